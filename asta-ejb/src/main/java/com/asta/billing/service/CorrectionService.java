package com.asta.billing.service;

import com.asta.billing.rules.CreditOutcome;
import com.asta.billing.rules.CreditOutcome.Credited;
import com.asta.billing.rules.CreditOutcome.Impossible;
import com.asta.billing.rules.DocumentKind;
import com.asta.billing.rules.LineChange;
import com.asta.billing.service.BillingRefused.Reason;
import com.asta.common.Money;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Corrects issued invoices by credit notes. Clerks who correct the same invoice at once wait for
 * each other, and the second is told that what was seen no longer holds.
 */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class CorrectionService {
  private static final String SUBJECT = "Invoice";
  private static final int SHORTEST_TEXT = 3;

  @Inject private Corrections corrections;
  @Inject private CreditNotes creditNotes;
  @Inject private Invoices invoices;
  @Inject private Policies policies;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * An invoice with what is left of it.
   *
   * @throws BillingRefused INVOICE_UNKNOWN, NOT_ISSUED for a draft, NOT_CORRECTABLE for a credit
   *     note
   */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public Correctable correctable(long invoiceId) {
    InvoiceRow invoice = known(invoiceId);
    if (invoice.kind() == DocumentKind.CREDIT_NOTE) {
      throw new BillingRefused(Reason.NOT_CORRECTABLE, invoice.number());
    }
    return corrections.correctable(invoice);
  }

  /** The credit notes and proposals of an invoice, newest first. */
  @RolesAllowed({Roles.AGENT, Roles.BILLING, Roles.CASHIER, Roles.ADMIN, Roles.SYSTEM})
  public List<CorrectionRow> ofInvoice(long invoiceId) {
    return corrections.ofInvoice(known(invoiceId));
  }

  /** What waits for a second person, oldest first. */
  public List<CorrectionRow> waiting(int offset, int limit) {
    return corrections.waiting(offset, limit);
  }

  /**
   * What a credit note would say, without issuing it.
   *
   * @param changes null takes the whole invoice back
   * @throws BillingRefused what {@link #correct} would refuse about the lines
   */
  public CreditPreview preview(long invoiceId, List<LineChange> changes) {
    Credited credited = decide(correctable(invoiceId), changes);
    return new CreditPreview(
        credited.taxes().stream().map(TaxRow::of).toList(),
        credited.net(),
        credited.tax(),
        credited.gross(),
        isAboveLimit(credited.gross()));
  }

  /**
   * Issues a credit note, or leaves it to a second person if it is above the limit.
   *
   * @return the correction; the first one's if the key is repeated
   * @throws BillingRefused REASON_MISSING, PROPOSAL_WAITING, CORRECTED_MEANWHILE,
   *     NOTHING_TO_CORRECT, MORE_THAN_LEFT, NOT_A_CREDIT
   */
  public CorrectionRow correct(NewCorrection wish) {
    if (wish.reason() == null
        || wish.text() == null
        || wish.text().strip().length() < SHORTEST_TEXT) {
      throw new BillingRefused(Reason.REASON_MISSING);
    }
    corrections.lock(wish.invoiceId());
    Optional<CorrectionRow> earlier = corrections.byKey(wish.requestKey());
    if (earlier.isPresent()) {
      return repeated(earlier.get(), wish);
    }
    Correctable state = correctable(wish.invoiceId());
    if (state.proposal().isPresent()) {
      throw new BillingRefused(Reason.PROPOSAL_WAITING, state.proposal().get().enteredBy());
    }
    if (!state.left().equals(wish.seenLeft())) {
      throw new BillingRefused(Reason.CORRECTED_MEANWHILE, state.left());
    }
    Credited credited = decide(state, wish.changes());
    long id = corrections.propose(state.invoice().head(), wish, credited.gross(), user.name());
    if (isAboveLimit(credited.gross())) {
      audit.record(
          SUBJECT, wish.invoiceId(), "correctionProposed", "gross", null, text(credited.gross()));
    } else {
      issue(id, state, credited);
    }
    return corrections.row(id).orElseThrow();
  }

  /**
   * A second person agrees: the credit note is issued.
   *
   * @throws BillingRefused CORRECTION_UNKNOWN, CORRECTION_DECIDED, SAME_CLERK
   */
  public CorrectionRow approve(long correctionId) {
    CorrectionRow proposal = proposal(correctionId);
    if (proposal.enteredBy().equals(user.name())) {
      throw new BillingRefused(Reason.SAME_CLERK, proposal.enteredBy());
    }
    Correctable state = correctable(proposal.invoiceId());
    issue(correctionId, state, decide(state, corrections.changes(correctionId)));
    return corrections.row(correctionId).orElseThrow();
  }

  /**
   * The wish is dropped, by anybody who may correct.
   *
   * @throws BillingRefused CORRECTION_UNKNOWN, CORRECTION_DECIDED
   */
  public void reject(long correctionId) {
    CorrectionRow proposal = proposal(correctionId);
    corrections.reject(correctionId, user.name(), clock.instant());
    audit.record(
        SUBJECT, proposal.invoiceId(), "correctionRejected", "gross", text(proposal.gross()), null);
  }

  /** Gross above which another person has to approve; empty for no limit. */
  public Optional<BigDecimal> limit() {
    return Optional.ofNullable(policies.policy().correctionLimit());
  }

  private CorrectionRow proposal(long correctionId) {
    CorrectionRow row = found(correctionId);
    corrections.lock(row.invoiceId());
    row = found(correctionId);
    if (!row.isProposed()) {
      throw new BillingRefused(Reason.CORRECTION_DECIDED, row.decidedBy());
    }
    return row;
  }

  private CorrectionRow found(long correctionId) {
    return corrections
        .row(correctionId)
        .orElseThrow(() -> new BillingRefused(Reason.CORRECTION_UNKNOWN, correctionId));
  }

  private void issue(long correctionId, Correctable state, Credited credited) {
    CorrectionRow wish = corrections.row(correctionId).orElseThrow();
    CreditNotes.Issued note = creditNotes.issue(state, wish, credited);
    corrections.issued(correctionId, note.id(), user.name(), clock.instant());
    audit.record(
        SUBJECT, wish.invoiceId(), "corrected", note.number(), null, text(credited.gross()));
    audit.record(SUBJECT, note.id(), "issued", null, null, text(credited.gross()));
  }

  private static Credited decide(Correctable state, List<LineChange> changes) {
    CreditOutcome outcome =
        changes == null ? state.correction().reverse() : state.correction().correct(changes);
    if (outcome instanceof Impossible no) {
      throw new BillingRefused(Reason.valueOf(no.fault().name()), no.line());
    }
    return (Credited) outcome;
  }

  private boolean isAboveLimit(Money gross) {
    return limit().filter(limit -> gross.negated().amount().compareTo(limit) > 0).isPresent();
  }

  private static CorrectionRow repeated(CorrectionRow earlier, NewCorrection wish) {
    if (earlier.invoiceId() != wish.invoiceId()) {
      throw new BillingRefused(Reason.REQUEST_KEY_REUSED, wish.requestKey());
    }
    return earlier;
  }

  private InvoiceRow known(long invoiceId) {
    return invoices
        .row(invoiceId)
        .orElseThrow(
            () ->
                new BillingRefused(
                    corrections.isDraft(invoiceId) ? Reason.NOT_ISSUED : Reason.INVOICE_UNKNOWN,
                    invoiceId));
  }

  private static String text(Money money) {
    return money.toString();
  }
}
