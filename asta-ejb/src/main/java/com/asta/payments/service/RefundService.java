package com.asta.payments.service;

import com.asta.common.Iban;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.ImportFile;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.Roles;
import com.asta.payments.model.FinancialAccount;
import com.asta.payments.model.Payment;
import com.asta.payments.model.Refund;
import com.asta.payments.rules.RefundState;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pays credit out to customers. What was asked for on one account in one day above the limit waits
 * for a second person; never more than the credit that is there.
 */
@Stateless
@RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class RefundService {
  private static final String SUBJECT = "Refund";
  private static final int LONGEST_NAME = 70;

  @Inject private Refunds refunds;
  @Inject private RefundOutcomes outcomes;
  @Inject private RefundFile file;
  @Inject private FinancialAccounts accounts;
  @Inject private Payments payments;
  @Inject private DebitPolicies policies;
  @Inject private ImportFiles files;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Asks for a refund; a small one is approved at once. The same key again is the same refund.
   *
   * @return its id
   * @throws PaymentsRefused AMOUNT_NOT_POSITIVE, AMOUNT_TOO_FINE, CURRENCY_DIFFERS, NOT_AN_IBAN,
   *     DEBTOR_MISSING, REFUND_TOO_LARGE, KEY_REUSED
   */
  public long request(NewRefund wish) {
    Iban iban = check(wish);
    FinancialAccount account = accounts.locked(wish.accountId());
    Optional<Refund> known = refunds.byKey(wish.key());
    if (known.isPresent()) {
      if (!known.get().getTotal().equals(wish.amount())) {
        throw new PaymentsRefused(Reason.KEY_REUSED, known.get().getTotal());
      }
      return known.get().getId();
    }
    if (!account.getCurrency().equals(wish.amount().currency())) {
      throw new PaymentsRefused(Reason.CURRENCY_DIFFERS, account.getCurrency());
    }
    Refund refund =
        new Refund(wish.key(), account, wish.amount())
            .because(wish.reason(), wish.note() == null ? "" : wish.note(), wish.paymentId())
            .to(wish.payeeName().strip(), iban)
            .requested(clock.instant(), user.name());
    List<Payment> credits = credits(refund, 0);
    boolean waits = secondPersonNeeded(wish);
    refunds.add(refund);
    audit.record(SUBJECT, refund.getId(), "requested", null, null, wish.amount().toString());
    if (!waits) {
      refund.approve(clock.instant(), user.name());
      outcomes.setAside(refund, credits);
    }
    return refund.getId();
  }

  /**
   * Lets a refund go that another person asked for.
   *
   * @throws PaymentsRefused NO_SUCH_REFUND, REFUND_STATE, REFUND_OWN_REQUEST, REFUND_TOO_LARGE
   */
  public void approve(long id) {
    Refund refund = locked(id, RefundState.APPROVED);
    if (refund.getRequestedBy().equals(user.name())) {
      throw new PaymentsRefused(Reason.REFUND_OWN_REQUEST);
    }
    List<Payment> credits = credits(refund, id);
    refund.approve(clock.instant(), user.name());
    outcomes.setAside(refund, credits);
    audit.record(SUBJECT, id, "approved", null, null, refund.getTotal().toString());
  }

  /**
   * Ends a refund that is in no file yet; what was set aside is credit again.
   *
   * @throws PaymentsRefused NO_SUCH_REFUND, REFUND_STATE
   */
  public void decline(long id) {
    Refund refund = locked(id, RefundState.DECLINED);
    boolean aside = refund.getState() == RefundState.APPROVED;
    refund.decline(clock.instant(), user.name());
    if (aside) {
      outcomes.giveBack(refund, today());
    }
    audit.record(SUBJECT, id, "declined", null, null, refund.getTotal().toString());
  }

  /**
   * Writes all approved refunds into files for the bank, one for each currency.
   *
   * @return how many refunds are in them
   * @throws PaymentsRefused NOTHING_TO_REFUND
   */
  public int submit() {
    int written = 0;
    for (String currency : refunds.currenciesApproved()) {
      List<Long> ids = refunds.approved(currency);
      if (!ids.isEmpty()) {
        RefundBatchRow batch = refunds.batch(ids, currency, clock.instant(), user.name());
        refunds.written(batch.id(), file.write(batch));
        audit.record(SUBJECT, batch.id(), "written", null, null, batch.messageId() + ".xml");
        written += ids.size();
      }
    }
    if (written == 0) {
      throw new PaymentsRefused(Reason.NOTHING_TO_REFUND);
    }
    return written;
  }

  /** Newest first; nulls mean any. */
  @RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public List<RefundRow> list(RefundState state, Long accountId, int offset, int limit) {
    return refunds.list(state, accountId, offset, limit);
  }

  /**
   * One refund.
   *
   * @throws PaymentsRefused NO_SUCH_REFUND
   */
  public RefundRow refund(long id) {
    return refunds.row(id);
  }

  /** Files for the bank, newest first. */
  public List<RefundBatchRow> batches(int offset, int limit) {
    return refunds.batches(offset, limit);
  }

  /** The file of a batch. */
  public Optional<ImportFile> file(long batchId) {
    return refunds.batchOf(batchId).map(RefundBatchRow::fileId).map(files::file);
  }

  /** What can be refunded of an account, all or of one payment. */
  public Money available(long accountId, Long paymentId) {
    FinancialAccount account = accounts.locked(accountId);
    return available(accountId, account.getCurrency(), paymentId, 0, free(accountId, paymentId));
  }

  private Iban check(NewRefund wish) {
    if (!wish.amount().isPositive()) {
      throw new PaymentsRefused(Reason.AMOUNT_NOT_POSITIVE);
    }
    if (!wish.amount().rounded().equals(wish.amount())) {
      throw new PaymentsRefused(Reason.AMOUNT_TOO_FINE);
    }
    String name = wish.payeeName() == null ? "" : wish.payeeName().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new PaymentsRefused(Reason.DEBTOR_MISSING, LONGEST_NAME);
    }
    return Iban.parse(wish.payeeIban()).orElseThrow(() -> new PaymentsRefused(Reason.NOT_AN_IBAN));
  }

  private boolean secondPersonNeeded(NewRefund wish) {
    Money limit = policies.policy().refundLimit();
    Instant midnight = today().atStartOfDay(OperatorZone.ID).toInstant();
    BigDecimal sameDay = refunds.askedSince(wish.accountId(), midnight);
    return !limit.currency().equals(wish.amount().currency())
        || sameDay.add(wish.amount().amount()).compareTo(limit.amount()) > 0;
  }

  /** The credit that a refund may take, the account being locked. */
  private List<Payment> credits(Refund refund, long exceptId) {
    List<Payment> free = free(refund.getAccountId(), refund.getPaymentId());
    Money available =
        available(
            refund.getAccountId(),
            refund.getTotal().currency(),
            refund.getPaymentId(),
            exceptId,
            free);
    if (refund.getTotal().compareTo(available) > 0) {
      throw new PaymentsRefused(Reason.REFUND_TOO_LARGE, available);
    }
    return free;
  }

  private List<Payment> free(long accountId, Long paymentId) {
    List<Payment> free = new ArrayList<>(payments.credits(accountId));
    free.removeIf(each -> paymentId != null && !each.getId().equals(paymentId));
    return free;
  }

  private Money available(
      long accountId, String currency, Long paymentId, long exceptId, List<Payment> free) {
    Money credit = Money.sum(free.stream().map(Payment::getUnallocated).toList(), currency);
    Money left = credit.minus(Money.of(refunds.waiting(accountId, paymentId, exceptId), currency));
    return left.isNegative() ? Money.zero(currency) : left;
  }

  private Refund locked(long id, RefundState next) {
    accounts.locked(refunds.row(id).accountId());
    Refund refund = refunds.locked(id);
    if (!refund.getState().mayBecome(next)) {
      throw new PaymentsRefused(Reason.REFUND_STATE, refund.getState());
    }
    return refund;
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
