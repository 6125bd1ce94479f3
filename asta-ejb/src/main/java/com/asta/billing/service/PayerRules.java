package com.asta.billing.service;

import com.asta.billing.rules.PayerRule;
import com.asta.common.OperatorZone;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Database;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of who pays for whom, written and listed. */
@ApplicationScoped
class PayerRules {
  /** A rule as stored. */
  record Stored(long id, PayerRule rule) {}

  @Inject private Database sql;
  @Inject private ChargedBooks books;
  @Inject private CustomerService customers;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  long add(PayerRule rule) {
    return sql.first(
            "insert into billing.payer_rule (account_id, subscription_id, charges, payer_account_id,"
                + " percent, limit_net, valid_from, valid_until, entered_by, entered_at)"
                + " values (?, ?::bigint, ?, ?, ?, ?::numeric, ?, ?::date, ?, ?) returning id",
            row -> row.getLong(1),
            rule.accountId(),
            rule.subscriptionId(),
            rule.charges(),
            rule.payerAccountId(),
            rule.percent(),
            rule.limit() == null ? null : rule.limit().amount(),
            rule.from(),
            rule.until(),
            user.name(),
            clock.instant())
        .orElseThrow();
  }

  /** What the owner's bills took counts for the payer too: it pays from there on. */
  void continueBooks(PayerRule rule) {
    books.raise(
        rule.payerAccountId(),
        charged(rule.accountId(), rule.accountId(), rule.subscriptionId()).toList());
  }

  /** Up to which day an account paid the services of another one. */
  Optional<LocalDate> paidUntil(long payer, long owner, Long subscriptionId) {
    return charged(payer, owner, subscriptionId).map(Charged::until).max(LocalDate::compareTo);
  }

  /** What bills of an account charged of an owner's services: one of them, or all. */
  private Stream<Charged> charged(long billed, long owner, Long subscriptionId) {
    return books.of(billed).charged().stream()
        .filter(each -> each.owner() == owner)
        .filter(each -> subscriptionId == null || each.key().subscriptionId() == subscriptionId);
  }

  /** The rules of an account that others pay by, held against others who change them. */
  List<Stored> ofOwner(long accountId) {
    return sql.rows(
        "select r.*, a.currency from billing.payer_rule r"
            + " join billing.billing_account a on a.account_id = r.account_id"
            + " where r.account_id = ? order by r.id for update of r",
        row -> new Stored(row.getLong("id"), Payers.rule(row)),
        accountId);
  }

  Optional<Stored> byId(long id) {
    return sql.first(
        "select r.*, a.currency from billing.payer_rule r"
            + " join billing.billing_account a on a.account_id = r.account_id"
            + " where r.id = ? for update of r",
        row -> new Stored(row.getLong("id"), Payers.rule(row)),
        id);
  }

  void end(long id, LocalDate on) {
    sql.update(
        "update billing.payer_rule set valid_until = ? where id = ? and valid_from < ?",
        on,
        id,
        on);
    sql.update("delete from billing.payer_rule where id = ? and valid_from >= ?", id, on);
  }

  /** True if the payer would, over others, pay for itself. */
  boolean isCycle(long owner, long payer) {
    return sql.first(
            "with recursive pays (account_id) as (select payer_account_id from billing.payer_rule"
                + " where account_id = ? and (valid_until is null or valid_until > ?)"
                + " union select r.payer_account_id from billing.payer_rule r join pays p"
                + " on r.account_id = p.account_id"
                + " where r.valid_until is null or r.valid_until > ?)"
                + " select 1 from pays where account_id = ?",
            row -> true,
            payer,
            today(),
            today(),
            owner)
        .isPresent();
  }

  /** The rules in which an account is owner or payer, newest first. */
  List<PayerRow> ofAccount(long accountId) {
    List<Stored> rules =
        sql.rows(
            "select r.*, a.currency from billing.payer_rule r"
                + " join billing.billing_account a on a.account_id = r.account_id"
                + " where r.account_id = ? or r.payer_account_id = ? order by r.id desc limit 200",
            row -> new Stored(row.getLong("id"), Payers.rule(row)),
            accountId,
            accountId);
    Map<Long, AccountCard> accounts =
        customers.accounts(
            rules.stream()
                .flatMap(r -> Stream.of(r.rule().accountId(), r.rule().payerAccountId()))
                .collect(Collectors.toSet()));
    Map<Long, CustomerCard> cards =
        customers.cards(
            accounts.values().stream().map(AccountCard::customerId).collect(Collectors.toSet()));
    return rules.stream().map(each -> row(each, accounts, cards)).toList();
  }

  private static PayerRow row(
      Stored stored, Map<Long, AccountCard> accounts, Map<Long, CustomerCard> cards) {
    PayerRule rule = stored.rule();
    AccountCard owner = accounts.get(rule.accountId());
    AccountCard payer = accounts.get(rule.payerAccountId());
    return new PayerRow(
        stored.id(),
        owner.id(),
        owner.number(),
        cards.get(owner.customerId()).displayName(),
        rule.subscriptionId(),
        rule.charges(),
        payer.id(),
        payer.number(),
        cards.get(payer.customerId()).displayName(),
        rule.percent(),
        rule.limit(),
        rule.from(),
        rule.until());
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
