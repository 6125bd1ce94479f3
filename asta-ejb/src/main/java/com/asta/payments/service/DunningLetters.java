package com.asta.payments.service;

import com.asta.common.Iban;
import com.asta.common.service.Database;
import com.asta.common.service.Json;
import com.asta.common.service.Mailer;
import com.asta.common.service.Operator;
import com.asta.common.service.OperatorProfile;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.VirtualAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The letters of dunning: written once for each level of a case, kept, and mailed. */
@ApplicationScoped
class DunningLetters {
  /** Begins the unique key of a letter's mail. */
  static final String MAIL = "dunning-letter-";

  private static final int DAYS_TO_PAY = 7;

  private record Written(DunningDue due, CustomerCard customer, DunningLetter letter) {}

  private record ItemOf(long accountId, DunningLetter.Item item) {}

  @Inject private Database sql;
  @Inject private CustomerService customers;
  @Inject private OperatorProfile operators;
  @Inject private PaymentPolicies policies;
  @Inject private DunningWords words;
  @Inject private Mailer mailer;
  @Inject private Clock clock;

  /** Writes the letters of levels that are being carried out; returns the addresses written to. */
  Map<Long, String> write(List<DunningDue> due, Map<Long, Long> caseIds, LocalDate on) {
    List<Written> written = letters(due, on);
    sql.batch(
        "insert into payments.dunning_letter (account_id, case_id, level, customer_id, recipient,"
            + " language, subject, content, written_on, written_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        written.stream().map(each -> row(each, caseIds)).toList());
    mailer.queueAll(
        written.stream()
            .filter(each -> !address(each.customer()).isEmpty())
            .map(each -> mail(each, caseIds))
            .toList());
    Map<Long, String> writtenTo = new HashMap<>();
    written.forEach(each -> writtenTo.put(each.due().accountId(), address(each.customer())));
    return writtenTo;
  }

  private Mailer.Draft mail(Written each, Map<Long, Long> caseIds) {
    DunningWords.In in = words.in(each.customer().language());
    return new Mailer.Draft(
        MAIL + caseIds.get(each.due().accountId()) + "-" + each.due().levelTo(),
        address(each.customer()),
        in.subject(each.letter()),
        in.mail(each.letter()));
  }

  private Object[] row(Written each, Map<Long, Long> caseIds) {
    DunningWords.In in = words.in(each.customer().language());
    return new Object[] {
      each.due().accountId(),
      caseIds.get(each.due().accountId()),
      each.due().levelTo(),
      each.customer().id(),
      address(each.customer()),
      each.customer().language(),
      in.subject(each.letter()),
      Json.write(each.letter()),
      each.letter().writtenOn(),
      clock.instant()
    };
  }

  private List<Written> letters(List<DunningDue> due, LocalDate on) {
    Map<Long, CustomerCard> cards =
        customers.cards(due.stream().map(each -> each.account().customerId()).distinct().toList());
    Map<Long, List<DunningLetter.Item>> items =
        items(due.stream().map(DunningDue::accountId).toList(), on);
    Operator operator = operators.operator();
    VirtualAccounts virtual = policies.policy().virtual();
    List<Written> written = new ArrayList<>();
    for (DunningDue each : due) {
      CustomerCard customer = cards.get(each.account().customerId());
      String iban =
          virtual.of(each.accountId()).map(Iban::value).orElse(new Iban(operator.iban()).value());
      List<DunningLetter.Item> owed = items.getOrDefault(each.accountId(), List.of());
      written.add(new Written(each, customer, letter(each, customer, operator, iban, owed, on)));
    }
    return written;
  }

  private static DunningLetter letter(
      DunningDue due,
      CustomerCard to,
      Operator from,
      String iban,
      List<DunningLetter.Item> items,
      LocalDate on) {
    BigDecimal overdue =
        items.stream().map(DunningLetter.Item::open).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new DunningLetter(
        due.level().action(),
        due.levelTo(),
        on,
        on.plusDays(DAYS_TO_PAY),
        new DunningLetter.Receiver(
            to.displayName(), to.street(), to.postalCode(), to.city(), to.country()),
        new DunningLetter.Sender(
            from.name(),
            from.street(),
            from.postalCode(),
            from.city(),
            from.nip(),
            from.bankName(),
            from.email(),
            from.phone()),
        due.account().accountNumber(),
        iban,
        due.account().currency(),
        items,
        overdue,
        overdue.subtract(due.account().facts().overdue().amount().amount()),
        due.level().fee());
  }

  private Map<Long, List<DunningLetter.Item>> items(List<Long> accountIds, LocalDate on) {
    return sql
        .rows(
            "select account_id, number, due_on, open_amount, ?::date - due_on as days"
                + " from payments.open_item where account_id = any (?) and open_amount > 0"
                + " and due_on < ? order by account_id, due_on, id",
            row ->
                new ItemOf(
                    row.getLong("account_id"),
                    new DunningLetter.Item(
                        row.getString("number"),
                        Database.date(row, "due_on"),
                        row.getLong("days"),
                        row.getBigDecimal("open_amount"))),
            on,
            accountIds,
            on)
        .stream()
        .collect(
            Collectors.groupingBy(
                ItemOf::accountId, Collectors.mapping(ItemOf::item, Collectors.toList())));
  }

  private static String address(CustomerCard customer) {
    return customer.email() == null ? "" : customer.email().strip();
  }
}
