package com.asta.products.web;

import com.asta.common.web.PagedModel;
import com.asta.products.rules.OfferStatus;
import com.asta.products.service.CatalogueService;
import com.asta.products.service.OfferQuery;
import com.asta.products.service.OfferRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The catalogue as a list; what it is narrowed to lives in the address. */
@Named
@ViewScoped
public class OfferListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CatalogueService catalogue;

  private String text;
  private OfferStatus status;
  private transient PagedModel<OfferRow> rows;

  public PagedModel<OfferRow> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) -> catalogue.list(new OfferQuery(text, status), offset, limit),
              OfferRow::code);
    }
    return rows;
  }

  /** Goes to the narrowed list by GET. */
  public String narrow() {
    return "/products/offer-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public boolean isNarrowed() {
    return text != null || status != null;
  }

  public List<OfferStatus> getStatuses() {
    return List.of(
        OfferStatus.IN_DESIGN,
        OfferStatus.ACTIVE,
        OfferStatus.LAUNCHED,
        OfferStatus.RETIRED,
        OfferStatus.OBSOLETE);
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public OfferStatus getStatus() {
    return status;
  }

  public void setStatus(OfferStatus status) {
    this.status = status;
  }
}
