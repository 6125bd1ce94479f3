package com.asta.charging.web;

import com.asta.charging.service.TariffDraftService;
import com.asta.charging.service.TariffVersionCard;
import com.asta.common.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Names, currency and rounding of a draft. */
@Named
@ViewScoped
public class TariffSettingsView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private TariffDesk desk;
  @Inject private TariffDraftService drafts;

  private String nameEn;
  private String namePl;
  private String currency;
  private RoundingForm rounding;

  @PostConstruct
  void start() {
    TariffVersionCard card = desk.getCard();
    nameEn = card.nameEn();
    namePl = card.namePl();
    currency = card.content().currency();
    rounding = new RoundingForm(card.content().rounding());
  }

  public String save() {
    drafts.rename(desk.getVersion(), desk.getRevision(), nameEn, namePl);
    return desk.change(
        content -> content.withCurrency(currency).withRounding(rounding.rounding()), "tariff", "");
  }

  /** Throws the draft away and shows what is left. */
  public String discard() {
    int number = desk.getCard().version();
    boolean left = drafts.discard(desk.getVersion(), desk.getRevision());
    Messages.done("charging", "tariff.discarded", number);
    return left
        ? "/charging/tariff.xhtml?faces-redirect=true&id=" + desk.getId()
        : "/charging/tariff-list.xhtml?faces-redirect=true";
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

  public String getCurrency() {
    return currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  public RoundingForm getRounding() {
    return rounding;
  }
}
