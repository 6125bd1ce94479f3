package com.asta.charging.web;

import com.asta.charging.rules.AdjustmentReason;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.AdjustmentRow;
import com.asta.charging.service.AdjustmentService;
import com.asta.charging.service.NewAdjustment;
import com.asta.charging.service.NewBucket;
import com.asta.common.OperatorZone;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Grants a bucket of money or units to an account. */
@Named
@ViewScoped
public class BucketGrantView extends AccountForm {
  private static final long serialVersionUID = 1L;

  /** What people count a bucket in. */
  public enum Measure {
    MONEY(null, 1),
    MINUTES(ServiceKind.VOICE, 60),
    MESSAGES(ServiceKind.MESSAGE, 1),
    MEGABYTES(ServiceKind.DATA, 1024 * 1024),
    UNITS(ServiceKind.UNIT, 1);

    private final ServiceKind service;
    private final long factor;

    Measure(ServiceKind service, long factor) {
      this.service = service;
      this.factor = factor;
    }
  }

  @Inject private AdjustmentService adjustments;
  @Inject private Clock clock;

  private Measure measure = Measure.MONEY;
  private BigDecimal amount;
  private LocalDate validFrom;
  private LocalDate validTo;
  private int priority = 100;
  private ServiceKind service;
  private String zones;
  private String bands;
  private AdjustmentReason reason = AdjustmentReason.BONUS;
  private String note;

  public String grant() {
    boolean units = measure != Measure.MONEY;
    NewBucket bucket =
        new NewBucket(
            units,
            units
                ? amount
                    .multiply(BigDecimal.valueOf(measure.factor))
                    .setScale(0, RoundingMode.HALF_UP)
                : amount,
            getValidFrom(),
            getValidTo(),
            priority,
            units ? measure.service : service,
            codes(zones),
            codes(bands));
    AdjustmentRow row =
        adjustments.request(
            new NewAdjustment("grant-" + key(), getId(), null, bucket, reason, note.strip()));
    Messages.done("charging", row.pending() ? "adjustment.waits" : "bucket.granted");
    return account();
  }

  public Measure[] getMeasures() {
    return Measure.values();
  }

  public ServiceKind[] getServices() {
    return ServiceKind.values();
  }

  public AdjustmentReason[] getReasons() {
    return AdjustmentReason.values();
  }

  public boolean isMoney() {
    return measure == Measure.MONEY;
  }

  private static List<String> codes(String text) {
    return text == null || text.isBlank()
        ? List.of()
        : List.of(text.strip().toUpperCase(Locale.ROOT).split("[\\s,;]+"));
  }

  private LocalDate today() {
    return LocalDate.now(clock.withZone(OperatorZone.ID));
  }

  public Measure getMeasure() {
    return measure;
  }

  public void setMeasure(Measure measure) {
    this.measure = measure;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public LocalDate getValidFrom() {
    return validFrom == null ? today() : validFrom;
  }

  public void setValidFrom(LocalDate validFrom) {
    this.validFrom = validFrom;
  }

  /** Last day of use; a month from now at first. */
  public LocalDate getValidTo() {
    return validTo == null ? today().plusMonths(1) : validTo;
  }

  public void setValidTo(LocalDate validTo) {
    this.validTo = validTo;
  }

  public int getPriority() {
    return priority;
  }

  public void setPriority(int priority) {
    this.priority = priority;
  }

  public ServiceKind getService() {
    return service;
  }

  public void setService(ServiceKind service) {
    this.service = service;
  }

  public String getZones() {
    return zones;
  }

  public void setZones(String zones) {
    this.zones = zones;
  }

  public String getBands() {
    return bands;
  }

  public void setBands(String bands) {
    this.bands = bands;
  }

  public AdjustmentReason getReason() {
    return reason;
  }

  public void setReason(AdjustmentReason reason) {
    this.reason = reason;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
