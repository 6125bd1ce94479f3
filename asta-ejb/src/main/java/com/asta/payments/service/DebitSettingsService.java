package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.AuditLog;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Roles;
import com.asta.payments.rules.CreditorIdentifier;
import com.asta.payments.rules.Pain001;
import com.asta.payments.rules.Pain008;
import com.asta.payments.rules.RetrySchedule;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/** How direct debits and refunds are made: creditor, notice, retries, versions, limits. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class DebitSettingsService {
  private static final String SUBJECT = "PaymentPolicy";
  private static final long POLICY = 1;
  private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");

  @Inject private DebitPolicies policies;
  @Inject private OperatorProfile operators;
  @Inject private AuditLog audit;

  /** The settings of now. */
  @RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public DebitPolicy policy() {
    return policies.policy();
  }

  /**
   * Sets who collects.
   *
   * @param bic of the creditor's bank, may be empty
   * @throws PaymentsRefused NOT_A_CREDITOR, NOT_A_BIC
   */
  public void creditor(String identifier, String bic) {
    DebitPolicy old = policies.policy();
    CreditorIdentifier creditor =
        CreditorIdentifier.parse(identifier)
            .orElseThrow(() -> new PaymentsRefused(Reason.NOT_A_CREDITOR, identifier));
    String bank = bic == null ? "" : bic.strip().toUpperCase(Locale.ROOT);
    if (!bank.isEmpty() && !BIC.matcher(bank).matches()) {
      throw new PaymentsRefused(Reason.NOT_A_BIC, bank);
    }
    audit.change(
        SUBJECT,
        POLICY,
        "creditor",
        old.creditor() == null ? null : old.creditor().value(),
        creditor.value());
    policies.store(
        new DebitPolicy(
            creditor,
            bank,
            old.leadDays(),
            old.noticeDays(),
            old.retries(),
            old.returnFee(),
            old.debitVersion(),
            old.refundVersion(),
            old.refundLimit()));
  }

  /**
   * Sets when debts are collected and what a failure leads to.
   *
   * @param retryDays days after each failure, between spaces; empty for no retry
   * @throws PaymentsRefused NOT_DAYS, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_FINE
   */
  public void collecting(int leadDays, int noticeDays, String retryDays, BigDecimal returnFee) {
    DebitPolicy old = policies.policy();
    if (leadDays < 0 || leadDays > 60 || noticeDays < 1 || noticeDays > 30) {
      throw new PaymentsRefused(Reason.NOT_DAYS);
    }
    RetrySchedule retries = schedule(retryDays == null ? "" : retryDays);
    Money fee = money(returnFee);
    audit.change(SUBJECT, POLICY, "leadDays", "" + old.leadDays(), "" + leadDays);
    audit.change(SUBJECT, POLICY, "noticeDays", "" + old.noticeDays(), "" + noticeDays);
    audit.change(
        SUBJECT, POLICY, "retryDays", old.retries().days().toString(), retries.days().toString());
    audit.change(SUBJECT, POLICY, "returnFee", old.returnFee().toString(), fee.toString());
    policies.store(
        new DebitPolicy(
            old.creditor(),
            old.creditorBic(),
            leadDays,
            noticeDays,
            retries,
            fee,
            old.debitVersion(),
            old.refundVersion(),
            old.refundLimit()));
  }

  /**
   * Sets the versions of files and the limit above which a refund needs a second person.
   *
   * @throws PaymentsRefused AMOUNT_NOT_POSITIVE, AMOUNT_TOO_FINE
   */
  public void files(Pain008.Version debits, Pain001.Version refunds, BigDecimal refundLimit) {
    DebitPolicy old = policies.policy();
    Money limit = money(refundLimit);
    audit.change(SUBJECT, POLICY, "pain.008", old.debitVersion().name(), debits.name());
    audit.change(SUBJECT, POLICY, "pain.001", old.refundVersion().name(), refunds.name());
    audit.change(SUBJECT, POLICY, "refundLimit", old.refundLimit().toString(), limit.toString());
    policies.store(
        new DebitPolicy(
            old.creditor(),
            old.creditorBic(),
            old.leadDays(),
            old.noticeDays(),
            old.retries(),
            old.returnFee(),
            debits,
            refunds,
            limit));
  }

  private static RetrySchedule schedule(String days) {
    try {
      return new RetrySchedule(DebitPolicies.days(days));
    } catch (IllegalArgumentException notDays) {
      throw new PaymentsRefused(Reason.NOT_DAYS);
    }
  }

  private Money money(BigDecimal amount) {
    Money money =
        Money.of(amount == null ? BigDecimal.ZERO : amount, operators.operator().currency());
    if (money.isNegative()) {
      throw new PaymentsRefused(Reason.AMOUNT_NOT_POSITIVE);
    }
    if (!money.rounded().equals(money)) {
      throw new PaymentsRefused(Reason.AMOUNT_TOO_FINE);
    }
    return money;
  }
}
