package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.OwnReference;
import com.asta.payments.rules.OwnReference.Kind;
import com.asta.payments.rules.StatementFault;
import com.asta.payments.rules.StatusPart;
import com.asta.payments.rules.StatusPart.Answer;
import com.asta.payments.rules.StatusPart.Status;
import com.asta.payments.service.CollectionOutcomes.Arrival;
import com.asta.payments.service.CollectionOutcomes.Effect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Applies the statuses of a bank's report to collections and refunds. */
@ApplicationScoped
class StatusRecording {
  @Inject private DebitBatches batches;
  @Inject private DebitCollections collections;
  @Inject private CollectionOutcomes outcomes;
  @Inject private Refunds refunds;
  @Inject private RefundOutcomes refundOutcomes;
  @Inject private SettlementLocks locks;
  @Inject private Clock clock;

  /** A status that a person has to look at. */
  record Unapplied(StatusPart part, String reason, String detail) {}

  /** What became of a chunk. */
  record Tally(int changed, int known, List<Unapplied> unapplied) {}

  /** What an answer is about, in the order in which locks are taken. */
  private record Subject(StatusPart part, Kind kind, long id, long group) {}

  /**
   * The report's idea of the original is ours.
   *
   * @throws StatementFault SUMS_DIFFER
   */
  void requireSums(StatusPart.Original original) {
    OwnReference reference = reference(original.messageId(), Kind.DDM, Kind.RFM).orElse(null);
    if (reference == null) {
      return;
    }
    long items;
    BigDecimal sum;
    if (reference.kind() == Kind.RFM) {
      RefundBatchRow batch = refunds.batchOf(reference.id()).orElse(null);
      if (batch == null) {
        return;
      }
      items = batch.items();
      sum = batch.amount().amount();
    } else {
      List<DebitGroupRow> groups = batches.groups(reference.id());
      if (groups.isEmpty()) {
        return;
      }
      items = groups.stream().mapToInt(DebitGroupRow::items).sum();
      sum =
          groups.stream()
              .map(each -> each.amount().amount())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
    if (original.count() != null && original.count() != items
        || original.sum() != null && original.sum().compareTo(sum) != 0) {
      throw new StatementFault(
          StatementFault.Reason.SUMS_DIFFER,
          original.messageId() + ": " + original.count() + ", " + original.sum());
    }
  }

  /** Applies parts, the collections in the order of their groups. */
  Tally apply(List<StatusPart> parts, LocalDate today) {
    List<Unapplied> unapplied = new ArrayList<>();
    List<Subject> subjects = new ArrayList<>();
    for (StatusPart part : parts) {
      subject(part, unapplied).ifPresent(subjects::add);
    }
    subjects.sort(
        Comparator.comparingLong(Subject::group).thenComparingInt(each -> each.part().position()));
    locks.take(named(subjects));
    int changed = 0;
    int known = 0;
    Set<Long> touched = new TreeSet<>();
    for (Subject each : subjects) {
      switch (apply(each, today, touched)) {
        case CHANGED -> changed++;
        case KNOWN -> known++;
        case IMPOSSIBLE ->
            unapplied.add(new Unapplied(each.part(), "STATUS_TOO_LATE", detail(each.part())));
      }
    }
    touched.forEach(group -> outcomes.explain(group, new Arrival(today, today, null, null)));
    return new Tally(changed, known, unapplied);
  }

  private SettlementLocks.Named named(List<Subject> subjects) {
    SettlementLocks.Named named = new SettlementLocks.Named();
    for (Subject each : subjects) {
      switch (each.kind()) {
        case DDM -> batches.groups(each.id()).forEach(group -> named.groups().add(group.id()));
        case DDB -> named.groups().add(each.id());
        case DDC -> {
          named.groups().add(each.group());
          named.collections().add(each.id());
        }
        case RFM -> named.refundBatches().add(each.id());
        case RFC -> named.refunds().add(each.id());
      }
    }
    return named;
  }

  private Optional<Subject> subject(StatusPart part, List<Unapplied> unapplied) {
    if (part instanceof StatusPart.Original original) {
      return told(original.messageId(), part, unapplied, Kind.DDM, Kind.RFM);
    }
    if (part instanceof StatusPart.Payment payment) {
      return told(payment.id(), part, unapplied, Kind.DDB, Kind.RFM);
    }
    StatusPart.Transaction transaction = (StatusPart.Transaction) part;
    Optional<Subject> found = told(transaction.endToEndId(), part, unapplied, Kind.DDC, Kind.RFC);
    if (found.isPresent() && transaction.amount() != null) {
      Money ours = amount(found.get());
      if (!ours.equals(transaction.amount())) {
        unapplied.add(new Unapplied(part, "AMOUNT_DIFFERS", ours + " ≠ " + transaction.amount()));
        return Optional.empty();
      }
    }
    return found;
  }

  private Optional<Subject> told(
      String id, StatusPart part, List<Unapplied> unapplied, Kind... kinds) {
    Optional<Subject> found = reference(id, kinds).flatMap(reference -> known(part, reference));
    if (found.isEmpty()) {
      unapplied.add(new Unapplied(part, "UNKNOWN_ORDER", detail(part)));
    }
    return found;
  }

  private Optional<Subject> known(StatusPart part, OwnReference reference) {
    long id = reference.id();
    return switch (reference.kind()) {
      case DDM ->
          batches.groups(id).stream()
              .findFirst()
              .map(group -> new Subject(part, Kind.DDM, id, group.id()));
      case DDB ->
          batches.groupsOf(List.of(id)).stream()
              .findFirst()
              .map(group -> new Subject(part, Kind.DDB, id, id));
      case DDC ->
          collections
              .find(id)
              .filter(row -> row.groupId() != null)
              .map(row -> new Subject(part, Kind.DDC, id, row.groupId()));
      case RFM -> refunds.batchOf(id).map(batch -> new Subject(part, Kind.RFM, id, 0));
      case RFC -> refunds.find(id).map(row -> new Subject(part, Kind.RFC, id, 0));
    };
  }

  private Money amount(Subject subject) {
    return subject.kind() == Kind.DDC
        ? collections.find(subject.id()).orElseThrow().amount()
        : refunds.row(subject.id()).amount();
  }

  private Effect apply(Subject subject, LocalDate today, Set<Long> touched) {
    Answer answer = answerOf(subject.part());
    if (answer.status() == Status.NONE || answer.status() == Status.PARTLY) {
      return Effect.KNOWN;
    }
    boolean rejected = answer.status() == Status.REJECTED;
    Effect effect = apply(subject, rejected, answer, today, touched);
    // What was taken back and is taken in all the same is a person's to talk over with the bank.
    return effect == Effect.KNOWN && !rejected && batches.isCancelled(subject.group())
        ? Effect.IMPOSSIBLE
        : effect;
  }

  private Effect apply(
      Subject subject, boolean rejected, Answer answer, LocalDate today, Set<Long> touched) {
    return switch (subject.kind()) {
      case DDM -> groups(batches.groups(subject.id()), rejected, answer, today, touched);
      case DDB -> groups(batches.groupsOf(List.of(subject.id())), rejected, answer, today, touched);
      case DDC -> one(subject, rejected, answer, today, touched);
      case RFM -> rejected ? refundsOf(subject.id(), answer, today) : Effect.KNOWN;
      case RFC ->
          rejected ? refundOutcomes.reject(subject.id(), answer.code(), today) : Effect.KNOWN;
    };
  }

  private Effect one(
      Subject subject, boolean rejected, Answer answer, LocalDate today, Set<Long> touched) {
    batches.lockedGroup(subject.group());
    touched.add(subject.group());
    return rejected
        ? outcomes.reject(subject.id(), answer.code(), today)
        : effect(collections.acceptedOne(subject.id(), clock.instant()));
  }

  private Effect groups(
      List<DebitGroupRow> groups,
      boolean rejected,
      Answer answer,
      LocalDate today,
      Set<Long> touched) {
    int changed = 0;
    for (DebitGroupRow group : groups) {
      batches.lockedGroup(group.id());
      touched.add(group.id());
      if (rejected) {
        for (CollectionRow row : collections.outstanding(group.id())) {
          outcomes.reject(row.id(), answer.code(), today);
          changed++;
        }
      } else {
        changed += collections.accepted(List.of(group.id()), clock.instant());
      }
    }
    return effect(changed);
  }

  private Effect refundsOf(long batchId, Answer answer, LocalDate today) {
    List<RefundRow> waiting = refunds.submitted(batchId);
    waiting.forEach(each -> refundOutcomes.reject(each.id(), answer.code(), today));
    return effect(waiting.size());
  }

  private static Effect effect(int changed) {
    return changed > 0 ? Effect.CHANGED : Effect.KNOWN;
  }

  private static Answer answerOf(StatusPart part) {
    if (part instanceof StatusPart.Original original) {
      return original.answer();
    }
    return part instanceof StatusPart.Payment payment
        ? payment.answer()
        : ((StatusPart.Transaction) part).answer();
  }

  private static String detail(StatusPart part) {
    Answer answer = answerOf(part);
    String id =
        part instanceof StatusPart.Original original
            ? original.messageId()
            : part instanceof StatusPart.Payment payment
                ? payment.id()
                : ((StatusPart.Transaction) part).endToEndId();
    return (id + " · " + answer.status() + " " + answer.code() + " " + answer.text()).strip();
  }

  private static Optional<OwnReference> reference(String text, Kind... kinds) {
    return OwnReference.in(text).stream()
        .filter(each -> List.of(kinds).contains(each.kind()) && each.text().equals(text))
        .findFirst();
  }
}
