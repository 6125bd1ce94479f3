package com.asta.payments.service;

import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.ImportFile;
import com.asta.common.service.ImportFiles;
import com.asta.common.service.Roles;
import com.asta.payments.rules.BatchCancellation;
import com.asta.payments.rules.CollectionState;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes batches of direct debits back that did not reach the bank, or that it refused as a whole.
 * Above the limit of refunds a second person decides. Debts of a batch that was taken back are
 * collected by the next one, and their customers are told.
 */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class DebitCancellationService {
  private static final String SUBJECT = "DirectDebit";
  private static final int SHORTEST_REASON = 3;
  private static final int PAGE = 500;

  @Inject private DebitBatches batches;
  @Inject private DebitCollections collections;
  @Inject private DebitPolicies policies;
  @Inject private PreNotifications mails;
  @Inject private ImportFiles files;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Hands out the file of a batch and remembers who had it first.
   *
   * @throws PaymentsRefused NO_SUCH_BATCH, BATCH_NOT_WRITTEN, BATCH_CANCELLED
   */
  @RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public ImportFile take(long batchId) {
    DebitBatchRow batch = batches.locked(batchId);
    if (batch.cancellation().isDone()) {
      throw new PaymentsRefused(Reason.BATCH_CANCELLED, batch.messageId());
    }
    if (batch.fileId() == null) {
      throw new PaymentsRefused(Reason.BATCH_NOT_WRITTEN, batch.messageId());
    }
    if (batch.takenAt() == null) {
      batches.taken(batchId, clock.instant(), user.name());
    }
    audit.record(SUBJECT, batchId, "downloaded", null, null, batch.messageId() + ".xml");
    return files.file(batch.fileId());
  }

  /** True if the batch can be taken back as it stands. */
  @RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public boolean isPossible(long batchId) {
    DebitBatchRow batch = batches.batch(batchId);
    return batch.state() == DebitBatchRow.State.SUBMITTED && obstacle(batchId).isEmpty();
  }

  /**
   * Takes a batch back, or asks another person to if it is large.
   *
   * @return true if it is taken back, false if another person has to decide
   * @throws PaymentsRefused NO_SUCH_BATCH, REASON_MISSING, BATCH_NOT_WRITTEN, BATCH_WITH_BANK,
   *     BATCH_CANCELLED, CANCEL_ASKED
   */
  public boolean cancel(long batchId, String reason) {
    String why = reason == null ? "" : reason.strip();
    if (why.length() < SHORTEST_REASON) {
      throw new PaymentsRefused(Reason.REASON_MISSING);
    }
    DebitBatchRow batch = locked(batchId);
    if (batch.cancellation().isAsked()) {
      throw new PaymentsRefused(Reason.CANCEL_ASKED, batch.cancellation().askedBy());
    }
    batches.cancelAsked(batchId, why, clock.instant(), user.name());
    if (BatchCancellation.needsSecond(batch.amount(), policies.policy().refundLimit())) {
      audit.record(SUBJECT, batchId, "cancel-asked", null, null, why);
      return false;
    }
    carryOut(batch, why);
    return true;
  }

  /**
   * Takes a batch back for which another person asked.
   *
   * @throws PaymentsRefused NO_SUCH_BATCH, BATCH_NOT_WRITTEN, BATCH_WITH_BANK, BATCH_CANCELLED,
   *     CANCEL_NOT_ASKED, SAME_CLERK
   */
  public void confirm(long batchId) {
    DebitBatchRow batch = asked(batchId);
    String by = batch.cancellation().askedBy();
    if (by.equals(user.name())) {
      throw new PaymentsRefused(Reason.SAME_CLERK, by);
    }
    carryOut(batch, batch.cancellation().reason());
  }

  /**
   * Leaves a batch as it is, whoever had asked.
   *
   * @throws PaymentsRefused NO_SUCH_BATCH, BATCH_CANCELLED, CANCEL_NOT_ASKED
   */
  public void decline(long batchId) {
    DebitBatchRow batch = batches.locked(batchId);
    if (batch.cancellation().isDone()) {
      throw new PaymentsRefused(Reason.BATCH_CANCELLED, batch.messageId());
    }
    if (!batch.cancellation().isAsked()) {
      throw new PaymentsRefused(Reason.CANCEL_NOT_ASKED);
    }
    batches.cancelDropped(batchId);
    audit.record(SUBJECT, batchId, "cancel-declined", null, batch.cancellation().reason(), null);
  }

  private DebitBatchRow asked(long batchId) {
    DebitBatchRow batch = locked(batchId);
    if (!batch.cancellation().isAsked()) {
      throw new PaymentsRefused(Reason.CANCEL_NOT_ASKED);
    }
    return batch;
  }

  /** The batch and its groups, which whoever tells what the bank said locks as well. */
  private DebitBatchRow locked(long batchId) {
    DebitBatchRow batch = batches.locked(batchId);
    if (batch.cancellation().isDone()) {
      throw new PaymentsRefused(Reason.BATCH_CANCELLED, batch.messageId());
    }
    if (batch.state() != DebitBatchRow.State.SUBMITTED) {
      throw new PaymentsRefused(Reason.BATCH_NOT_WRITTEN, batch.messageId());
    }
    batches.groups(batchId).forEach(group -> batches.lockedGroup(group.id()));
    obstacle(batchId)
        .ifPresent(
            found -> {
              throw new PaymentsRefused(
                  found == BatchCancellation.Obstacle.NOT_WRITTEN
                      ? Reason.BATCH_NOT_WRITTEN
                      : Reason.BATCH_WITH_BANK,
                  batch.messageId());
            });
    return batch;
  }

  private Optional<BatchCancellation.Obstacle> obstacle(long batchId) {
    Map<CollectionState, Long> items =
        collections.totals(batchId).stream()
            .collect(
                Collectors.groupingBy(
                    CollectionTotal::state, Collectors.summingLong(CollectionTotal::items)));
    boolean credited = batches.groups(batchId).stream().anyMatch(DebitGroupRow::isCredited);
    return BatchCancellation.obstacle(items, credited);
  }

  private void carryOut(DebitBatchRow batch, String why) {
    batches.cancel(batch.id(), clock.instant(), user.name());
    long below = Long.MAX_VALUE;
    List<CollectionRow> page = collections.below(batch.id(), below, PAGE);
    while (!page.isEmpty()) {
      mails.cancelled(page);
      below = page.get(page.size() - 1).id();
      page = collections.below(batch.id(), below, PAGE);
    }
    audit.record(SUBJECT, batch.id(), "cancelled", null, batch.messageId(), why);
  }
}
