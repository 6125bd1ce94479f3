package com.asta.products.web;

import com.asta.common.OperatorZone;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import com.asta.products.service.NewPromotion;
import com.asta.products.service.PromotionRow;
import com.asta.products.service.PromotionService;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;

/** The promotions, and the form for a new one; the filter lives in the address. */
@Named
@ViewScoped
public class PromotionListView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LIMIT = 100;

  @Inject private transient PromotionService promotions;
  @Inject private transient Clock clock;

  private String q;
  private String code;
  private String nameEn;
  private String namePl;
  private LocalDate validFrom;
  private LocalDate validTo;
  private int limit = LIMIT;
  private boolean exclusive;
  private transient PagedModel<PromotionRow> rows;

  @PostConstruct
  void begin() {
    validFrom = OperatorZone.dayOf(clock.instant());
  }

  /** Offers the promotion of the form. */
  public String add() {
    promotions.offer(new NewPromotion(code, nameEn, namePl, validFrom, validTo, limit, exclusive));
    Messages.done("products", "promotion.added");
    return "/products/promotion-list.xhtml?faces-redirect=true";
  }

  public void stop(long id) {
    promotions.stop(id);
    rows = null;
    Messages.done("products", "promotion.stopDone");
  }

  /** The same page with the filter in its address. */
  public String filter() {
    return "/products/promotion-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public PagedModel<PromotionRow> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>((offset, limit) -> promotions.list(q, offset, limit), PromotionRow::id);
    }
    return rows;
  }

  public String getQ() {
    return q;
  }

  public void setQ(String q) {
    this.q = q;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getNameEn() {
    return nameEn;
  }

  public void setNameEn(String nameEn) {
    this.nameEn = nameEn;
  }

  public String getNamePl() {
    return namePl;
  }

  public void setNamePl(String namePl) {
    this.namePl = namePl;
  }

  public LocalDate getValidFrom() {
    return validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  public LocalDate getValidTo() {
    return validTo;
  }

  public void setValidTo(LocalDate validTo) {
    this.validTo = validTo;
  }

  public int getLimit() {
    return limit;
  }

  public void setLimit(int limit) {
    this.limit = limit;
  }

  public boolean isExclusive() {
    return exclusive;
  }

  public void setExclusive(boolean exclusive) {
    this.exclusive = exclusive;
  }
}
