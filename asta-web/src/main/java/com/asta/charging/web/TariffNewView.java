package com.asta.charging.web;

import com.asta.charging.rules.Rounding;
import com.asta.charging.rules.TariffContent;
import com.asta.charging.service.NewTariff;
import com.asta.charging.service.TariffDraftService;
import com.asta.charging.service.TariffRow;
import com.asta.charging.service.TariffService;
import com.asta.common.service.OperatorProfile;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A tariff to begin: from nothing, or as a copy of another. */
@Named
@ViewScoped
public class TariffNewView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<String> COMMON = List.of("PLN", "EUR", "USD", "GBP", "CHF", "CZK");

  @Inject private TariffService tariffs;
  @Inject private TariffDraftService drafts;
  @Inject private OperatorProfile profile;

  private Long originId;
  private String code;
  private String nameEn;
  private String namePl;
  private String currency;
  private RoundingForm rounding = new RoundingForm(new Rounding(2, RoundingMode.HALF_UP));
  private transient List<TariffRow> origins;

  /** Takes currency and rounding over from what the tariff starts with. */
  public void load() {
    if (originId != null) {
      TariffContent origin = tariffs.version(tariffs.versionToShow(originId)).content();
      currency = origin.currency();
      rounding = new RoundingForm(origin.rounding());
    }
  }

  /** Makes the tariff and shows its draft. */
  public String create() {
    Long origin = originId == null ? null : tariffs.versionToShow(originId);
    long draft =
        drafts.create(
            new NewTariff(
                code.strip(), nameEn, namePl, getCurrency(), rounding.rounding(), origin));
    Messages.done("charging", "tariff.created", code.strip());
    return TariffDesk.page(origin == null ? "tariff-zones" : "tariff-rates", draft, "");
  }

  public List<TariffRow> getOrigins() {
    if (origins == null) {
      origins = tariffs.list();
    }
    return origins;
  }

  /** The operator's own currency first. */
  public Set<String> getCurrencies() {
    Set<String> currencies = new LinkedHashSet<>();
    currencies.add(profile.operator().currency());
    currencies.addAll(COMMON);
    return currencies;
  }

  public Long getOriginId() {
    return originId;
  }

  public void setOriginId(Long originId) {
    this.originId = originId;
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

  public String getCurrency() {
    return currency == null ? profile.operator().currency() : currency;
  }

  public void setCurrency(String currency) {
    this.currency = currency;
  }

  public RoundingForm getRounding() {
    return rounding;
  }
}
