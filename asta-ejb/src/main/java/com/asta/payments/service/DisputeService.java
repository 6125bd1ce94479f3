package com.asta.payments.service;

import com.asta.billing.rules.CorrectionReason;
import com.asta.billing.service.Correctable;
import com.asta.billing.service.CorrectionService;
import com.asta.billing.service.NewCorrection;
import com.asta.common.Money;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.payments.model.OpenItem;
import com.asta.payments.rules.CreditShare;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * Disputes about open items. What is disputed is not dunned and not collected until somebody has
 * decided; if the customer was right, billing gives a credit note.
 */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class DisputeService {
  private static final String SUBJECT = "FinancialAccount";
  private static final int MOST = 100;

  @Inject private Disputes disputes;
  @Inject private FinancialAccounts accounts;
  @Inject private OpenItems openItems;
  @Inject private CorrectionService corrections;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Opens a dispute about an item or a part of it.
   *
   * @param amount at most what is open of the item; null for all of it
   * @throws PaymentsRefused NO_SUCH_OPEN_ITEM, AMOUNT_NOT_POSITIVE, MORE_THAN_OPEN, REASON_MISSING,
   *     DISPUTE_EXISTS
   */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public long open(
      long accountId, long openItemId, Money amount, DisputeReason reason, String detail) {
    accounts.locked(accountId);
    OpenItem item =
        openItems
            .find(accountId, openItemId)
            .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_OPEN_ITEM));
    Money disputed = Reasons.within(amount, item.getOpen());
    if (reason == null) {
      throw new PaymentsRefused(Reason.REASON_MISSING);
    }
    String why = Reasons.required(detail);
    long id =
        disputes
            .open(accountId, openItemId, disputed, reason, why, clock.instant(), user.name())
            .orElseThrow(() -> new PaymentsRefused(Reason.DISPUTE_EXISTS, item.getNumber()));
    audit.record(
        SUBJECT,
        accountId,
        "disputed",
        item.getNumber(),
        null,
        disputed + " " + reason + ": " + why);
    return id;
  }

  /**
   * The customer is right: billing is asked for a credit note of the amount; one above its limit
   * waits there for a second person.
   *
   * @throws PaymentsRefused NO_SUCH_DISPUTE, DISPUTE_DECIDED, REASON_MISSING,
   *     DISPUTE_WITHOUT_INVOICE; what billing refuses comes as its own refusal
   */
  public void uphold(long disputeId, String decision) {
    DisputeRow dispute = undecided(disputeId);
    String why = Reasons.required(decision);
    if (dispute.invoiceId() == null) {
      throw new PaymentsRefused(Reason.DISPUTE_WITHOUT_INVOICE, dispute.itemNumber());
    }
    decide(dispute, DisputeRow.State.UPHELD, why);
    Correctable invoice = corrections.correctable(dispute.invoiceId());
    boolean whole = dispute.amount().compareTo(invoice.left()) >= 0;
    corrections.correct(
        new NewCorrection(
            "dispute-" + disputeId,
            dispute.invoiceId(),
            invoice.left(),
            correctionReason(dispute.reason()),
            why,
            whole ? null : CreditShare.of(dispute.amount(), invoice.lines(), invoice.taxes())));
  }

  /**
   * The amount is owed: dunning and collection go on.
   *
   * @throws PaymentsRefused NO_SUCH_DISPUTE, DISPUTE_DECIDED, REASON_MISSING
   */
  public void reject(long disputeId, String decision) {
    decide(undecided(disputeId), DisputeRow.State.REJECTED, Reasons.required(decision));
  }

  /** Open disputes, oldest first. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public List<DisputeRow> work(int offset, int limit) {
    return disputes.work(offset, limit);
  }

  /** Disputes of an account, newest first. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public List<DisputeRow> ofAccount(long accountId) {
    return disputes.ofAccount(accountId, MOST);
  }

  private DisputeRow undecided(long disputeId) {
    DisputeRow found =
        disputes
            .find(disputeId)
            .orElseThrow(() -> new PaymentsRefused(Reason.NO_SUCH_DISPUTE, disputeId));
    accounts.locked(found.accountId());
    if (!disputes.find(disputeId).orElseThrow().isOpen()) {
      throw new PaymentsRefused(Reason.DISPUTE_DECIDED);
    }
    return found;
  }

  private void decide(DisputeRow dispute, DisputeRow.State state, String decision) {
    if (!disputes.decide(dispute.id(), state, decision, clock.instant(), user.name())) {
      throw new PaymentsRefused(Reason.DISPUTE_DECIDED);
    }
    audit.record(
        SUBJECT,
        dispute.accountId(),
        state == DisputeRow.State.UPHELD ? "upheld" : "rejected",
        dispute.itemNumber(),
        dispute.amount().toString(),
        decision);
  }

  private static CorrectionReason correctionReason(DisputeReason reason) {
    return switch (reason) {
      case WRONG_AMOUNT -> CorrectionReason.WRONG_PRICE;
      case NOT_ORDERED -> CorrectionReason.NOT_ORDERED;
      case SERVICE_FAILURE -> CorrectionReason.SERVICE_FAILURE;
      default -> CorrectionReason.OTHER;
    };
  }
}
