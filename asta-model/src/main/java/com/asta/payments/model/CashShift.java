package com.asta.payments.model;

import com.asta.common.Money;
import com.asta.payments.rules.CashShiftState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;

/** A cashier's time at a register, from the float to the count; its register is locked. */
@Entity
@Table(schema = "payments", name = "cash_shift")
public class CashShift {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "cash_shift_seq")
  @SequenceGenerator(
      name = "cash_shift_seq",
      schema = "payments",
      sequenceName = "cash_shift_seq",
      allocationSize = 50)
  private Long id;

  private String register;
  private String cashier;

  @Enumerated(EnumType.STRING)
  private CashShiftState state = CashShiftState.OPEN;

  private String currency;

  @Column(name = "opened_at")
  private Instant openedAt;

  private BigDecimal carried;

  @Column(name = "float_amount")
  private BigDecimal floatAmount;

  private BigDecimal expected;
  private BigDecimal counted;
  private String explanation = "";

  @Column(name = "counted_at")
  private Instant countedAt;

  @Column(name = "confirmed_by")
  private String confirmedBy;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Version private long version;

  protected CashShift() {}

  /**
   * A shift begins.
   *
   * @param carried what the shift before left in the drawer
   * @param counted what is in it now
   */
  public CashShift(String register, String cashier, Money carried, Money counted, Instant at) {
    this.register = register;
    this.cashier = cashier;
    this.currency = counted.currency();
    this.carried = carried.amount();
    this.floatAmount = counted.amount();
    this.openedAt = at;
  }

  /** Keeps the count; the shift is not closed by it. */
  public void count(Money expectedNow, Money countedNow, String explained, Instant at) {
    require(CashShiftState.OPEN);
    expected = expectedNow.amount();
    counted = countedNow.amount();
    explanation = explained == null ? "" : explained.strip();
    countedAt = at;
    state = CashShiftState.COUNTED;
  }

  /** A second person found the count right. */
  public void confirm(String by) {
    require(CashShiftState.COUNTED);
    if (by.equals(cashier)) {
      throw new IllegalArgumentException(by + " cannot confirm an own count");
    }
    confirmedBy = by;
  }

  /** It is to be counted again. */
  public void reopen() {
    require(CashShiftState.COUNTED);
    expected = null;
    counted = null;
    countedAt = null;
    explanation = "";
    state = CashShiftState.OPEN;
  }

  public void close(Instant at) {
    require(CashShiftState.COUNTED);
    closedAt = at;
    state = CashShiftState.CLOSED;
  }

  private void require(CashShiftState needed) {
    if (state != needed) {
      throw new IllegalStateException("Shift " + id + " is " + state + ", not " + needed);
    }
  }

  public Long getId() {
    return id;
  }

  public String getRegister() {
    return register;
  }

  public String getCashier() {
    return cashier;
  }

  public CashShiftState getState() {
    return state;
  }

  public Money getCarried() {
    return Money.of(carried, currency);
  }

  public Money getFloat() {
    return Money.of(floatAmount, currency);
  }

  /** What was counted less what was expected; only of a counted shift. */
  public Money getDifference() {
    return Money.of(counted.subtract(expected), currency);
  }

  public Instant getOpenedAt() {
    return openedAt;
  }
}
