package com.asta.billing.web;

import com.asta.billing.rules.BuyerClass;
import com.asta.billing.rules.TaxRule;
import com.asta.billing.rules.VatTreatment;
import com.asta.billing.service.TaxRuleRow;
import com.asta.billing.service.TaxRuleService;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tax rules, and a form for one that begins on a coming day. */
@Named
@ViewScoped
public class TaxRuleListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient TaxRuleService service;

  private String category = "STANDARD";
  private String buyers = TaxRule.ANY;
  private String country = TaxRule.ANY;
  private LocalDate from;
  private BigDecimal percent;
  private String label;
  private VatTreatment treatment = VatTreatment.STANDARD;
  private String reasonEn;
  private String reasonPl;
  private transient List<TaxRuleRow> rules;

  public List<TaxRuleRow> getRules() {
    if (rules == null) {
      rules = service.list();
    }
    return rules;
  }

  /** Adds the rule of the form. */
  public String add() {
    service.add(
        new TaxRuleRow(
            0,
            category.strip().toUpperCase(Locale.ROOT),
            buyers,
            country.strip().toUpperCase(Locale.ROOT),
            from,
            null,
            percent,
            label,
            treatment,
            reasonEn,
            reasonPl));
    Messages.done("billing", "taxRule.added");
    return "/billing/tax-rule-list.xhtml?faces-redirect=true";
  }

  public List<String> getClasses() {
    return Stream.concat(
            Stream.of(TaxRule.ANY), Arrays.stream(BuyerClass.values()).map(BuyerClass::name))
        .toList();
  }

  public VatTreatment[] getTreatments() {
    return VatTreatment.values();
  }

  public String getCategory() {
    return category;
  }

  public void setCategory(String category) {
    this.category = category;
  }

  public String getBuyers() {
    return buyers;
  }

  public void setBuyers(String buyers) {
    this.buyers = buyers;
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = country;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public BigDecimal getPercent() {
    return percent;
  }

  public void setPercent(BigDecimal percent) {
    this.percent = percent;
  }

  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }

  public VatTreatment getTreatment() {
    return treatment;
  }

  public void setTreatment(VatTreatment treatment) {
    this.treatment = treatment;
  }

  public String getReasonEn() {
    return reasonEn;
  }

  public void setReasonEn(String reasonEn) {
    this.reasonEn = reasonEn;
  }

  public String getReasonPl() {
    return reasonPl;
  }

  public void setReasonPl(String reasonPl) {
    this.reasonPl = reasonPl;
  }
}
