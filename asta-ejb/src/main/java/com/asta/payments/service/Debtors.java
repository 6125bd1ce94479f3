package com.asta.payments.service;

import com.asta.common.service.Database;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerQuery;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.Debtor;
import com.asta.payments.rules.IncomingPayment;
import com.asta.payments.rules.Match;
import com.asta.payments.rules.Matching;
import com.asta.payments.rules.OpenDebt;
import com.asta.payments.rules.References;
import com.asta.payments.rules.VirtualAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The accounts that payments may belong to, found by a few set queries for many payments at once:
 * by the numbers in their texts, by the payer's bank account, and by equal amounts.
 */
@ApplicationScoped
class Debtors {
  /** An amount that is open more often says nothing: a common price. */
  private static final int MOST_BY_AMOUNT = 200;

  private static final int MOST_BY_NAME = 10;
  private static final int SHORTEST_WORD = 4;

  @Inject private Database sql;
  @Inject private PaymentRows rows;
  @Inject private PaymentPolicies policies;
  @Inject private CustomerService customers;

  /** A payment with the keys in its text, which are looked for once. */
  private record Sought(IncomingPayment payment, Set<String> keys) {
    static Sought of(IncomingPayment payment) {
      return new Sought(payment, References.keysIn(payment.text()));
    }
  }

  /** An account of a number, a payer or an amount. */
  private record Hint(String key, long accountId, String number) {}

  /** An account and its customer. */
  private record Owner(long accountId, long customerId, String number, String currency) {}

  /**
   * Whose payments are, in their order. Payers and equal amounts are looked up only where they
   * could change the answer.
   */
  List<Match> decide(List<IncomingPayment> payments) {
    PaymentPolicy policy = policies.policy();
    List<Sought> sought = payments.stream().map(Sought::of).toList();
    List<List<Debtor>> named = of(sought, false);
    Match[] matches = new Match[payments.size()];
    List<Integer> uncertain = new ArrayList<>();
    for (int i = 0; i < matches.length; i++) {
      matches[i] = decide(sought.get(i), named.get(i), policy);
      if (!Matching.isCertain(matches[i], payments.get(i), named.get(i), policy.match())) {
        uncertain.add(i);
      }
    }
    List<List<Debtor>> possible = of(uncertain.stream().map(sought::get).toList(), true);
    for (int i = 0; i < possible.size(); i++) {
      int at = uncertain.get(i);
      matches[at] = decide(sought.get(at), possible.get(i), policy);
    }
    return List.of(matches);
  }

  private static Match decide(Sought sought, List<Debtor> debtors, PaymentPolicy policy) {
    return Matching.decide(
        sought.payment(), sought.keys(), debtors, policy.match(), policy.virtual());
  }

  /** The possible debtors of each payment, in the order of the payments. */
  List<List<Debtor>> of(List<IncomingPayment> payments) {
    return of(payments.stream().map(Sought::of).toList(), true);
  }

  /**
   * As {@link #of(List)}.
   *
   * @param all not only those that the text or the virtual account means, then without their names
   */
  private List<List<Debtor>> of(List<Sought> payments, boolean all) {
    if (payments.isEmpty()) {
      return List.of();
    }
    Hints hints = hints(payments, all);
    VirtualAccounts virtual = policies.policy().virtual();
    List<Set<Long>> ids = payments.stream().map(hints::accountsFor).toList();
    for (int i = 0; i < payments.size(); i++) {
      Set<Long> accounts = ids.get(i);
      virtual.accountOf(payments.get(i).payment().creditedTo()).ifPresent(accounts::add);
    }
    Set<Long> together = new HashSet<>();
    ids.forEach(together::addAll);
    Map<Long, Owner> owners = owners(together);
    Map<Long, List<OpenDebt>> debts = rows.openDebts(together);
    Map<Long, CustomerCard> cards = all ? cards(owners) : Map.of();
    List<List<Debtor>> answer = new ArrayList<>();
    for (int i = 0; i < payments.size(); i++) {
      IncomingPayment payment = payments.get(i).payment();
      answer.add(
          ids.get(i).stream()
              .map(owners::get)
              .filter(Objects::nonNull)
              .filter(owner -> owner.currency().equals(payment.amount().currency()))
              .map(owner -> debtor(owner, payment, hints, cards, debts))
              .toList());
    }
    return answer;
  }

  /** Accounts of customers whose name or address has the longest word of the payer's name. */
  Set<Long> namedLike(String payerName) {
    Set<Long> accounts = new LinkedHashSet<>();
    Arrays.stream(payerName.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> word.length() >= SHORTEST_WORD)
        .max(Comparator.comparingInt(String::length))
        .map(word -> customers.list(new CustomerQuery(word, null, null, null), 0, MOST_BY_NAME))
        .orElse(List.of())
        .forEach(
            row -> customers.accountsOf(row.id()).forEach(account -> accounts.add(account.id())));
    return accounts;
  }

  /** Accounts as debtors, chosen by name or by a person. */
  List<Debtor> ofAccounts(Collection<Long> accountIds) {
    Map<Long, Owner> owners = owners(new HashSet<>(accountIds));
    Map<Long, List<OpenDebt>> debts = rows.openDebts(owners.keySet());
    Map<Long, CustomerCard> cards = cards(owners);
    return owners.values().stream()
        .map(
            owner ->
                new Debtor(
                    owner.accountId(),
                    owner.number(),
                    nameOf(owner, cards),
                    false,
                    List.of(),
                    debts.getOrDefault(owner.accountId(), List.of())))
        .toList();
  }

  private static Debtor debtor(
      Owner owner,
      IncomingPayment payment,
      Hints hints,
      Map<Long, CustomerCard> cards,
      Map<Long, List<OpenDebt>> debts) {
    return new Debtor(
        owner.accountId(),
        owner.number(),
        nameOf(owner, cards),
        hints.paidBefore(payment, owner.accountId()),
        hints.documentsOf().getOrDefault(owner.accountId(), List.of()),
        debts.getOrDefault(owner.accountId(), List.of()));
  }

  private Map<Long, CustomerCard> cards(Map<Long, Owner> owners) {
    return customers.cards(owners.values().stream().map(Owner::customerId).distinct().toList());
  }

  private static String nameOf(Owner owner, Map<Long, CustomerCard> cards) {
    CustomerCard card = cards.get(owner.customerId());
    return card == null ? owner.number() : card.displayName();
  }

  private Hints hints(List<Sought> payments, boolean all) {
    Set<String> keys = new LinkedHashSet<>();
    Set<String> payers = new LinkedHashSet<>();
    Set<BigDecimal> amounts = new LinkedHashSet<>();
    for (Sought each : payments) {
      keys.addAll(each.keys());
      if (all) {
        payers.add(each.payment().payerIban());
        amounts.add(each.payment().amount().amount());
      }
    }
    payers.remove("");
    return Hints.of(
        hinted(
            "select number_key as key, account_id, number from payments.financial_account"
                + " where number_key = any (?)",
            keys),
        hinted(
            "select number_key as key, account_id, number from payments.open_item"
                + " where number_key = any (?)",
            keys),
        hinted(
            "select distinct payer_account as key, account_id, '' as number"
                + " from payments.payment where payer_account = any (?) and account_id is not null",
            payers),
        hinted(
            "select a.amount::text as key, i.account_id, '' as number from unnest(?::numeric[])"
                + " a (amount)"
                + " cross join lateral (select account_id from payments.open_item"
                + " where open_amount = a.amount and open_amount > 0 limit "
                + (MOST_BY_AMOUNT + 1)
                + ") i",
            amounts));
  }

  private Map<String, List<Hint>> hinted(String query, Collection<?> keys) {
    if (keys.isEmpty()) {
      return Map.of();
    }
    return sql
        .rows(
            query,
            row ->
                new Hint(row.getString("key"), row.getLong("account_id"), row.getString("number")),
            keys)
        .stream()
        .collect(Collectors.groupingBy(Hint::key));
  }

  private Map<Long, Owner> owners(Set<Long> accountIds) {
    Map<Long, Owner> owners = new HashMap<>();
    if (!accountIds.isEmpty()) {
      sql.rows(
              "select account_id, customer_id, number, currency from payments.financial_account"
                  + " where account_id = any (?)",
              row ->
                  new Owner(
                      row.getLong("account_id"),
                      row.getLong("customer_id"),
                      row.getString("number"),
                      row.getString("currency")),
              accountIds)
          .forEach(owner -> owners.put(owner.accountId(), owner));
    }
    return owners;
  }

  /** What the queries found. */
  private record Hints(
      Map<String, List<Hint>> numbers,
      Map<String, List<Hint>> documents,
      Map<Long, List<String>> documentsOf,
      Map<String, List<Hint>> payers,
      Map<String, List<Hint>> amounts) {
    static Hints of(
        Map<String, List<Hint>> numbers,
        Map<String, List<Hint>> documents,
        Map<String, List<Hint>> payers,
        Map<String, List<Hint>> amounts) {
      Map<Long, List<String>> documentsOf =
          documents.values().stream()
              .flatMap(List::stream)
              .distinct()
              .collect(
                  Collectors.groupingBy(
                      Hint::accountId, Collectors.mapping(Hint::number, Collectors.toList())));
      return new Hints(numbers, documents, documentsOf, payers, amounts);
    }

    Set<Long> accountsFor(Sought sought) {
      IncomingPayment payment = sought.payment();
      Set<Long> accounts = new LinkedHashSet<>();
      for (String key : sought.keys()) {
        add(accounts, numbers.get(key));
        add(accounts, documents.get(key));
      }
      add(accounts, payers.get(payment.payerIban()));
      List<Hint> owing = amounts.get(payment.amount().amount().toPlainString());
      if (owing != null && owing.size() <= MOST_BY_AMOUNT) {
        add(accounts, owing);
      }
      return accounts;
    }

    boolean paidBefore(IncomingPayment payment, long accountId) {
      return payers.getOrDefault(payment.payerIban(), List.of()).stream()
          .anyMatch(hint -> hint.accountId() == accountId);
    }

    private static void add(Set<Long> accounts, List<Hint> hints) {
      if (hints != null) {
        hints.forEach(hint -> accounts.add(hint.accountId()));
      }
    }
  }
}
