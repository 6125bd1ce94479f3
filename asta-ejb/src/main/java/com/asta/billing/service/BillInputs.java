package com.asta.billing.service;

import com.asta.billing.rules.BillCalendar;
import com.asta.billing.rules.BillInput;
import com.asta.billing.rules.ChargeKey;
import com.asta.billing.rules.HeldDeposit;
import com.asta.billing.rules.ManualItem;
import com.asta.billing.rules.QuarantineReason;
import com.asta.billing.rules.SharedBill;
import com.asta.billing.rules.SubscribedCharge;
import com.asta.billing.rules.TaxCalculator;
import com.asta.billing.rules.TaxTable;
import com.asta.billing.rules.TaxedBuyer;
import com.asta.billing.rules.Texts;
import com.asta.billing.rules.UsedTotal;
import com.asta.charging.service.UsageTotal;
import com.asta.charging.service.UsageTotals;
import com.asta.common.Money;
import com.asta.common.Period;
import com.asta.common.service.Database;
import com.asta.common.service.OperatorProfile;
import com.asta.customers.service.AddressCard;
import com.asta.customers.service.CustomerService;
import com.asta.products.service.CatalogueService;
import com.asta.products.service.OfferCard;
import com.asta.products.service.SubscribedPhase;
import com.asta.products.service.SubscriptionService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Loads what the bills of many accounts are made of, by a few queries for all of them. */
@ApplicationScoped
class BillInputs {
  /** Changes further back than this were given back by earlier bills. */
  private static final int LOOKBACK_MONTHS = 13;

  private static final int HORIZON_MONTHS = 2;

  @Inject private Database sql;
  @Inject private Policies policies;
  @Inject private CustomerService customers;
  @Inject private SubscriptionService subscriptions;
  @Inject private CatalogueService catalogue;
  @Inject private UsageTotals usage;
  @Inject private Payers payers;
  @Inject private OperatorProfile profile;
  @Inject private Deposits deposits;
  @Inject private ChargedBooks books;

  /** What an account's bill is made of, or why it cannot be made. */
  record Loaded(
      long accountId, SharedBill bill, AccountBook book, QuarantineReason fault, String detail) {
    /** What is the account's own. */
    BillInput input() {
      return bill == null ? null : bill.own();
    }
  }

  private record Account(
      long id, long customerId, String currency, BillCalendar calendar, String vatId) {}

  /** Everything loaded for a chunk, by account. */
  private record Rows(
      Map<Long, List<SubscribedPhase>> phases,
      Map<Long, AccountBook> books,
      Map<Long, OfferCard> offers,
      Map<Long, List<UsageTotal>> usage,
      Map<Long, List<ManualItem>> manual,
      Map<Long, List<HeldDeposit>> deposits,
      Map<Long, AddressCard> buyers,
      int lateDays,
      Payers.Rules payers) {
    AccountBook book(long accountId) {
      return books.getOrDefault(accountId, AccountBook.EMPTY);
    }
  }

  /**
   * What the bills of accounts are made of, by account, ascending. Each is put together when it is
   * its turn, and is used while the processor has it at hand; nobody keeps it.
   */
  Stream<Loaded> load(Collection<Long> accountIds, LocalDate cycleEnd, TaxTable tax) {
    return load(accountIds, new Span(cycleEnd, cycleEnd), tax, Plan.NOTHING);
  }

  /** As {@link #load(Collection, LocalDate, TaxTable)}, as if a plan had been carried out. */
  Stream<Loaded> load(Collection<Long> accountIds, LocalDate cycleEnd, TaxTable tax, Plan plan) {
    return load(accountIds, new Span(cycleEnd, cycleEnd), tax, plan);
  }

  /** A bill up to today, between boundaries; also what people entered today. */
  Loaded loadNow(long accountId, LocalDate today, TaxTable tax) {
    Span span = new Span(today, today.plusDays(1));
    return load(List.of(accountId), span, tax, Plan.NOTHING).findFirst().orElseThrow();
  }

  /** First days that bills do not take: of service and usage, and of entered charges. */
  private record Span(LocalDate end, LocalDate entered) {}

  private Stream<Loaded> load(Collection<Long> accountIds, Span span, TaxTable tax, Plan plan) {
    List<Account> accounts = accounts(accountIds);
    Rows rows = rows(accounts, accountIds, span, plan);
    String home = profile.operator().country();
    Map<TaxedBuyer, TaxCalculator> taxes = new HashMap<>();
    return accounts.stream()
        .map(
            account -> {
              AddressCard card = rows.buyers().get(account.customerId());
              return Buyers.isComplete(card)
                  ? load(
                      account,
                      rows,
                      span.end(),
                      taxes.computeIfAbsent(Buyers.taxed(card, account.vatId(), home), tax::of))
                  : fault(account, QuarantineReason.BUYER_INCOMPLETE, Buyers.missing(card));
            });
  }

  private Rows rows(List<Account> accounts, Collection<Long> ids, Span span, Plan plan) {
    LocalDate cycleEnd = span.end();
    Payers.Rules shared = payers.of(ids);
    Collection<Long> allIds = shared.withPayees(ids);
    LocalDate since = cycleEnd.minusMonths(LOOKBACK_MONTHS);
    int lateDays = policies.policy().lateUsageDays();
    LocalDate usedFrom =
        earliest(accounts, account -> account.calendar().usedFrom(cycleEnd, lateDays), cycleEnd);
    LocalDate usedBy =
        earliest(accounts, account -> account.calendar().onOrBefore(usedFrom), usedFrom);
    Map<Long, List<SubscribedPhase>> phases =
        plan
            .applied(subscriptions.phases(allIds, since, cycleEnd.plusMonths(HORIZON_MONTHS)))
            .stream()
            .collect(Collectors.groupingBy(SubscribedPhase::accountId));
    Map<Long, AccountBook> billed = books.of(ids, usedBy);
    billed.replaceAll((account, book) -> recent(book, since));
    Set<Long> versions =
        Stream.concat(
                phases.values().stream().flatMap(List::stream).map(SubscribedPhase::offerVersionId),
                billed.values().stream()
                    .flatMap(book -> book.charged().stream())
                    .map(Charged::offerVersionId))
            .collect(Collectors.toSet());
    return new Rows(
        phases,
        billed,
        catalogue.offerVersions(versions),
        usage.ofAccounts(allIds, usedFrom, cycleEnd).stream()
            .collect(Collectors.groupingBy(UsageTotal::accountId)),
        manual(allIds, span.entered()),
        deposits.held(ids),
        customers.addresses(accounts.stream().map(Account::customerId).toList()),
        lateDays,
        shared);
  }

  private static LocalDate earliest(
      List<Account> accounts, Function<Account, LocalDate> day, LocalDate without) {
    return accounts.stream().map(day).min(LocalDate::compareTo).orElse(without);
  }

  /** Without what is charged no further than a day long ago. */
  private static AccountBook recent(AccountBook book, LocalDate since) {
    return book.charged(
        book.charged().stream().filter(each -> each.until().isAfter(since)).toList());
  }

  private Loaded load(Account account, Rows rows, LocalDate end, TaxCalculator tax) {
    List<SharedBill.Payee> payees = new ArrayList<>();
    for (long payee : rows.payers().payeesOf(account.id())) {
      payees.add(
          new SharedBill.Payee(input(account, payee, rows, end, tax), rows.payers().split(payee)));
    }
    for (long owner : rows.payers().withPayees(List.of(account.id()))) {
      for (SubscribedPhase phase : rows.phases().getOrDefault(owner, List.of())) {
        if (!rows.offers().containsKey(phase.offerVersionId())) {
          return fault(
              account,
              QuarantineReason.OFFER_UNKNOWN,
              "Subscription " + phase.subscriptionId() + ", version " + phase.offerVersionId());
        }
      }
    }
    BillInput own = input(account, account.id(), rows, end, tax);
    return new Loaded(
        account.id(),
        new SharedBill(own, rows.payers().split(account.id()), payees),
        rows.book(account.id()),
        null,
        null);
  }

  /** The charges of an owner, less what bills of the account took of them. */
  private static BillInput input(
      Account account, long owner, Rows rows, LocalDate end, TaxCalculator tax) {
    List<SubscribedPhase> phases = rows.phases().getOrDefault(owner, List.of());
    List<Charged> charged =
        rows.book(account.id()).charged().stream().filter(each -> each.owner() == owner).toList();
    LocalDate usedFrom = account.calendar().usedFrom(end, rows.lateDays());
    return new BillInput(
        owner,
        account.currency(),
        account.calendar(),
        period(account, rows.book(account.id()).billedTo(), end),
        charges(phases, charged, rows.offers()),
        used(rows.usage().getOrDefault(owner, List.of()), usedFrom, phases),
        rows.book(account.id()).used().stream()
            .filter(billed -> !billed.month().isBefore(usedFrom))
            .toList(),
        rows.manual().getOrDefault(owner, List.of()),
        Charges.terms(phases, charged, rows.offers()),
        owner == account.id() ? rows.deposits().getOrDefault(owner, List.of()) : List.of(),
        tax);
  }

  private static Loaded fault(Account account, QuarantineReason reason, String detail) {
    return new Loaded(account.id(), null, null, reason, detail);
  }

  /** From the boundary before, or from where the last bill ended if that was later. */
  private static Period period(Account account, LocalDate billedTo, LocalDate end) {
    LocalDate boundary = account.calendar().onOrBefore(end.minusDays(1));
    boolean moved = billedTo != null && billedTo.isAfter(boundary);
    return new Period(moved ? billedTo : boundary, end);
  }

  private static List<SubscribedCharge> charges(
      List<SubscribedPhase> phases, List<Charged> charged, Map<Long, OfferCard> offers) {
    Map<ChargeKey, Charged> left = new LinkedHashMap<>();
    charged.forEach(c -> left.put(c.key(), c));
    Map<ChargeKey, LocalDate> billedUntil = new HashMap<>();
    charged.forEach(c -> billedUntil.put(c.key(), c.until()));
    List<SubscribedCharge> charges =
        new ArrayList<>(
            phases.stream()
                .flatMap(
                    phase -> Charges.of(phase, offers.get(phase.offerVersionId()), billedUntil))
                .toList());
    charges.forEach(charge -> left.remove(charge.key()));
    left.values().stream()
        .filter(c -> offers.containsKey(c.offerVersionId()))
        .flatMap(c -> Charges.withdrawn(c, offers.get(c.offerVersionId())))
        .forEach(charges::add);
    return charges;
  }

  private static List<UsedTotal> used(
      List<UsageTotal> totals, LocalDate usedFrom, List<SubscribedPhase> phases) {
    Map<Long, String> serviceIds = new HashMap<>();
    phases.forEach(phase -> serviceIds.put(phase.subscriptionId(), phase.serviceId()));
    return totals.stream()
        .filter(total -> !total.day().isBefore(usedFrom))
        .map(
            total ->
                new UsedTotal(
                    total.subscriptionId(),
                    serviceIds.get(total.subscriptionId()),
                    total.day(),
                    total.chargeCode(),
                    total.tariffVersionId(),
                    new Texts(total.nameEn(), total.namePl()),
                    total.unit(),
                    total.quantity(),
                    total.events(),
                    total.rated(),
                    total.vatCategory()))
        .toList();
  }

  private List<Account> accounts(Collection<Long> ids) {
    return sql.rows(
        "select a.account_id, a.customer_id, a.currency, a.vat_id, "
            + CycleEnds.COLUMNS
            + " from billing.billing_account a where a.account_id = any (?)"
            + " order by a.account_id",
        row ->
            new Account(
                row.getLong("account_id"),
                row.getLong("customer_id"),
                row.getString("currency"),
                CycleEnds.calendar(row),
                row.getString("vat_id")),
        ids);
  }

  private Map<Long, List<ManualItem>> manual(Collection<Long> ids, LocalDate cycleEnd) {
    return sql
        .rows(
            "select id, account_id, code, charged_on, net, currency, text_en, text_pl,"
                + " vat_category from billing.manual_charge"
                + " where account_id = any (?) and bill_id is null and charged_on < ?"
                + " and status = 'ACCEPTED' order by id",
            row ->
                Map.entry(
                    row.getLong("account_id"),
                    new ManualItem(
                        row.getLong("id"),
                        row.getString("code"),
                        Database.date(row, "charged_on"),
                        Money.of(row.getBigDecimal("net"), row.getString("currency")),
                        new Texts(row.getString("text_en"), row.getString("text_pl")),
                        row.getString("vat_category"))),
            ids,
            cycleEnd)
        .stream()
        .collect(byAccount());
  }

  private static <T>
      java.util.stream.Collector<Map.Entry<Long, T>, ?, Map<Long, List<T>>> byAccount() {
    return Collectors.groupingBy(
        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList()));
  }
}
