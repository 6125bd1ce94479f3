package com.asta.payments.model;

import com.asta.common.Money;
import com.asta.payments.rules.DunningLevel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/** What was done at a level of a dunning case; once for each level. */
@Entity
@IdClass(DunningStep.Key.class)
@Table(schema = "payments", name = "dunning_step")
public class DunningStep {
  @Id
  @Column(name = "case_id")
  private long caseId;

  @Id
  @Enumerated(EnumType.STRING)
  private DunningLevel level;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "done_on")
  private LocalDate doneOn;

  @Column(name = "done_at")
  private Instant doneAt;

  private BigDecimal overdue;
  private String currency;
  private String detail;

  protected DunningStep() {}

  public DunningStep(
      DunningCase of, LocalDate doneOn, Instant doneAt, Money overdue, String detail) {
    this.caseId = of.getId();
    this.level = of.getLevel();
    this.accountId = of.getAccountId();
    this.doneOn = doneOn;
    this.doneAt = doneAt;
    this.overdue = overdue.amount();
    this.currency = overdue.currency();
    this.detail = detail;
  }

  public DunningLevel getLevel() {
    return level;
  }

  public LocalDate getDoneOn() {
    return doneOn;
  }

  public Instant getDoneAt() {
    return doneAt;
  }

  public Money getOverdue() {
    return Money.of(overdue, currency);
  }

  public String getDetail() {
    return detail;
  }

  /** A level of a case. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private long caseId;
    private DunningLevel level;

    public Key() {}

    public Key(long caseId, DunningLevel level) {
      this.caseId = caseId;
      this.level = level;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.caseId == caseId && key.level == level;
    }

    @Override
    public int hashCode() {
      return Objects.hash(caseId, level);
    }
  }
}
