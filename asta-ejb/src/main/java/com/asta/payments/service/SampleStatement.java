package com.asta.payments.service;

import com.asta.common.Iban;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.Database;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Roles;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.StatementWriter;
import com.asta.payments.rules.StatementWriter.Transfer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Makes a camt.053 statement that pays open items of now, for demonstrations and training: most
 * lines name what they pay, some leave work for the workbench.
 */
@Stateless
@RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class SampleStatement {
  private static final int LINES = 8;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(OperatorZone.ID);

  @Inject private Database sql;
  @Inject private Statements statements;
  @Inject private CustomerService customers;
  @Inject private OperatorProfile operators;
  @Inject private Clock clock;

  /** An open item and whose it is. */
  private record Owed(long accountId, long customerId, String account, String number, Money open) {}

  /** A statement of today over the oldest open invoices of up to eight accounts. */
  public String make() {
    List<Owed> owed = oldest();
    Map<Long, CustomerCard> cards =
        customers.cards(owed.stream().map(Owed::customerId).distinct().toList());
    String stamp = STAMP.format(clock.instant());
    List<Transfer> transfers = new ArrayList<>();
    for (Owed each : owed) {
      transfers.add(
          transfer(
              transfers.size(),
              stamp + "-" + (transfers.size() + 1),
              each,
              cards.get(each.customerId()).displayName()));
    }
    String currency = operators.operator().currency();
    transfers.add(
        new Transfer(
            stamp + "-X",
            Money.of("41.17", currency),
            "Usługi Różne s.c.",
            madeIban(990_017),
            "dziękujemy za współpracę"));
    return write(stamp, transfers);
  }

  /** A statement that pays whole invoices of the given accounts. */
  public String paying(Collection<Long> openItemIds) {
    List<Owed> owed = owed(" and i.id = any (?) order by i.id", openItemIds);
    Map<Long, CustomerCard> cards =
        customers.cards(owed.stream().map(Owed::customerId).distinct().toList());
    String stamp = STAMP.format(clock.instant());
    List<Transfer> transfers =
        owed.stream()
            .map(
                each ->
                    new Transfer(
                        stamp + "-" + each.number(),
                        each.open(),
                        cards.get(each.customerId()).displayName(),
                        madeIban(each.accountId()),
                        each.accountId() % 3 == 0
                            ? "Konto " + each.account()
                            : "Faktura " + each.number()))
            .toList();
    return write(stamp, transfers);
  }

  private String write(String stamp, List<Transfer> transfers) {
    String own = operators.operator().iban();
    String currency = operators.operator().currency();
    Money opening =
        statements.last(own).map(StatementRow::closing).orElse(Money.of("10000", currency));
    Instant now = clock.instant();
    return StatementWriter.write("WB-" + stamp, own, OperatorZone.dayOf(now), opening, transfers);
  }

  /** Each line shows another habit of payers. */
  private static Transfer transfer(int habit, String reference, Owed owed, String payer) {
    Money open = owed.open();
    String iban = madeIban(owed.accountId());
    return switch (habit) {
      case 1 ->
          new Transfer(reference, open, payer, iban, "konto klienta " + spaced(owed.account()));
      case 2 -> new Transfer(reference, open, payer.toUpperCase(), iban, "abonament");
      case 3 ->
          new Transfer(
              reference, open.fraction(1, 2).rounded(), payer, iban, "rata 1, " + owed.number());
      case 4 ->
          new Transfer(
              reference,
              open.plus(Money.of("20", open.currency())),
              payer,
              iban,
              "nadplata " + owed.account());
      case 5 ->
          new Transfer(reference, open, "Rodzina " + payer, madeIban(880_000), slip(owed.number()));
      case 6 -> new Transfer(reference, open, relative(payer), madeIban(770_000), "za internet");
      default -> new Transfer(reference, open, payer, iban, "Faktura " + owed.number());
    };
  }

  private List<Owed> oldest() {
    return owed(
        " and i.id in (select min(id) from payments.open_item where open_amount > 0"
            + " group by account_id) order by i.due_on, i.id limit ?",
        LINES);
  }

  private List<Owed> owed(String condition, Object argument) {
    return sql.rows(
        "select i.account_id, a.customer_id, a.number as account, i.number, i.open_amount,"
            + " i.currency from payments.open_item i"
            + " join payments.financial_account a on a.account_id = i.account_id"
            + " where i.open_amount > 0"
            + condition,
        row ->
            new Owed(
                row.getLong("account_id"),
                row.getLong("customer_id"),
                row.getString("account"),
                row.getString("number"),
                Database.money(row, "open_amount")),
        argument);
  }

  private static String spaced(String number) {
    return number.toLowerCase(java.util.Locale.ROOT).replace('-', ' ');
  }

  /** The number with one digit left out, as fingers do. */
  private static String slip(String number) {
    int at = number.length() - 3;
    return number.substring(0, at) + number.substring(at + 1);
  }

  /** Another member of the family: the last word of the name, and a given name. */
  private static String relative(String name) {
    return "Barbara " + name.substring(name.lastIndexOf(' ') + 1);
  }

  /** A Polish IBAN with right check digits that belongs to nobody. */
  static String madeIban(long seed) {
    String account = String.format("99990000%016d", seed);
    BigInteger rest = new BigInteger(account + "252100").mod(BigInteger.valueOf(97));
    return new Iban(String.format("PL%02d%s", 98 - rest.intValue(), account)).value();
  }
}
