package com.asta.payments.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.payments.rules.CollectionPlan;
import com.asta.payments.rules.CollectionState;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Batches of direct debits: what is due soon is chosen, told to the customers, and written. */
@Stateless
@RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class DirectDebitService {
  private static final String SUBJECT = "DirectDebit";

  @Inject private DebitBatches batches;
  @Inject private DebitCollections collections;
  @Inject private DebitPolicies policies;
  @Inject private DirectDebitFile file;
  @Inject private PreNotifications mails;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * The answer of {@link #begin}.
   *
   * @param fresh false if somebody else began it
   */
  public record Begun(long batchId, boolean fresh) {}

  /**
   * Begins a batch; while one is gathered, everybody is led to that. Commits by itself, so that the
   * job started next finds it.
   *
   * @throws PaymentsRefused CREDITOR_MISSING, NOTHING_TO_COLLECT
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public Begun begin() {
    policies.creditor();
    Optional<DebitBatchRow> gathering = batches.gathering();
    if (gathering.isPresent()) {
      return joined(gathering.get());
    }
    LocalDate today = today();
    if (collections.countDue(until(today), today) == 0) {
      throw new PaymentsRefused(Reason.NOTHING_TO_COLLECT, until(today));
    }
    Optional<Long> opened = batches.open(today, clock.instant(), user.name());
    if (opened.isEmpty()) {
      return joined(batches.gathering().orElseThrow());
    }
    audit.record(SUBJECT, opened.get(), "begun", null, null, today.toString());
    return new Begun(opened.get(), true);
  }

  /** One whose job never started, because the server died in between, is begun anew. */
  private Begun joined(DebitBatchRow batch) {
    boolean orphan =
        batch.executionId() == null && batch.createdAt().isBefore(clock.instant().minusSeconds(60));
    return new Begun(batch.id(), orphan);
  }

  /** Remembers which job execution makes the batch. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public void startedAs(long batchId, long executionId) {
    batches.startedAs(batchId, executionId);
  }

  /** How many accounts the batch is about. */
  public long countDue(long batchId) {
    LocalDate day = batches.batch(batchId).asOf();
    return collections.countDue(until(day), day);
  }

  /** Accounts the batch is about, in the order of their ids. */
  public List<Long> accountsDue(long batchId, long afterAccountId, int limit) {
    LocalDate day = batches.batch(batchId).asOf();
    return collections.accountsDue(until(day), day, afterAccountId, limit);
  }

  /**
   * Makes the collections of some accounts and tells their customers; what is being collected
   * already is left out.
   *
   * @return how many were made
   */
  @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public int choose(long batchId, Collection<Long> accountIds) {
    LocalDate day = batches.batch(batchId).asOf();
    DebitPolicy policy = policies.policy();
    Map<Long, List<DebitCollections.Candidate>> byMandate = new LinkedHashMap<>();
    for (DebitCollections.Candidate each : collections.candidates(accountIds, until(day), day)) {
      byMandate.computeIfAbsent(each.mandateId(), id -> new ArrayList<>()).add(each);
    }
    Instant now = clock.instant();
    List<DebitCollections.Made> made = new ArrayList<>();
    for (List<DebitCollections.Candidate> of : byMandate.values()) {
      DebitCollections.Candidate first = of.get(0);
      List<CollectionPlan.Due> dues = of.stream().map(DebitCollections.Candidate::due).toList();
      for (CollectionPlan.Planned planned :
          CollectionPlan.plan(first.mandate(), dues, day, policy.noticeDays())) {
        collections.add(batchId, first, planned, now).ifPresent(made::add);
      }
    }
    mails.send(made);
    return made.size();
  }

  /**
   * Makes the groups of a batch's file, before the file is written: whoever takes the batch up
   * after a crash writes the same numbers into the same file.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public void group(long batchId) {
    if (batches.locked(batchId).state() == DebitBatchRow.State.GATHERING) {
      batches.group(batchId);
    }
  }

  /** Writes the file of a batch, once; without collections there is none. */
  @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public void submit(long batchId) {
    DebitBatchRow batch = batches.locked(batchId);
    if (batch.state() != DebitBatchRow.State.GATHERING) {
      return;
    }
    if (batch.items() == 0) {
      batches.empty(batchId, clock.instant());
      return;
    }
    long fileId = file.write(batch, batches.groups(batchId));
    batches.submitted(batchId, fileId, clock.instant());
    audit.record(SUBJECT, batchId, "written", null, null, batch.messageId() + ".xml");
  }

  /** What a batch begun now would collect, by currency. */
  public List<CollectionTotal> due() {
    LocalDate today = today();
    return collections.due(until(today), today);
  }

  /** Batches, newest first. */
  public List<DebitBatchRow> list(int offset, int limit) {
    return batches.list(offset, limit);
  }

  /**
   * One batch.
   *
   * @throws PaymentsRefused NO_SUCH_BATCH
   */
  public DebitBatchRow batch(long id) {
    return batches.batch(id);
  }

  /** The groups of a batch's file. */
  public List<DebitGroupRow> groups(long batchId) {
    return batches.groups(batchId);
  }

  /** How a batch's collections stand. */
  public List<CollectionTotal> totals(long batchId) {
    return collections.totals(batchId);
  }

  /** Collections of a batch, newest first; a null state means any. */
  public List<CollectionRow> items(long batchId, CollectionState state, int offset, int limit) {
    return collections.list(batchId, null, state, offset, limit);
  }

  /** Collections by a mandate, newest first. */
  @RolesAllowed({Roles.AGENT, Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public List<CollectionRow> ofMandate(long mandateId, int offset, int limit) {
    return collections.list(null, mandateId, null, offset, limit);
  }

  /**
   * Lets the next batch try a failed collection again, whatever the schedule says.
   *
   * @throws PaymentsRefused NO_SUCH_COLLECTION, COLLECTION_NOT_FAILED
   */
  public void retry(long collectionId) {
    CollectionRow row = collections.locked(collectionId);
    if (!row.state().isFailed()) {
      throw new PaymentsRefused(Reason.COLLECTION_NOT_FAILED, row.number());
    }
    collections.retryOn(collectionId, today());
    audit.record("Mandate", row.mandateId(), "retry", row.number(), null, row.endToEndId());
  }

  private LocalDate until(LocalDate day) {
    return day.plusDays(policies.policy().leadDays());
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
