package com.asta.payments.service;

import com.asta.payments.rules.DunningAction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a letter says, kept as it was when it was written. Amounts are in one currency.
 *
 * @param overdue sum of the items
 * @param credit what the customer has paid in advance
 * @param fee charged by this letter, else zero
 * @param iban where to pay
 */
public record DunningLetter(
    DunningAction action,
    int level,
    LocalDate writtenOn,
    LocalDate payBy,
    Receiver receiver,
    Sender sender,
    String accountNumber,
    String iban,
    String currency,
    List<Item> items,
    BigDecimal overdue,
    BigDecimal credit,
    BigDecimal fee) {
  /** Whom it is written to. */
  public record Receiver(
      String name, String street, String postalCode, String city, String country) {}

  /** Who writes it. */
  public record Sender(
      String name,
      String street,
      String postalCode,
      String city,
      String nip,
      String bankName,
      String email,
      String phone) {}

  /** An overdue document. */
  public record Item(String number, LocalDate dueOn, long days, BigDecimal open) {}

  /** What there is to pay. */
  BigDecimal toPay() {
    return overdue.subtract(credit);
  }
}
