package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.payments.rules.OwnReference;
import com.asta.payments.rules.StatementEntry;
import com.asta.payments.service.CollectionOutcomes.Arrival;
import com.asta.payments.service.CollectionOutcomes.Effect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Recognises the entries of a statement that answer to files of this house: money of direct debits,
 * single or as a batch, their returns, and refunds. A reference alone is not enough, since payers
 * copy them: the amount has to be the one expected.
 */
@ApplicationScoped
class DebitSettlement {
  @PersistenceContext(unitName = "asta")
  private EntityManager entities;

  @Inject private DebitCollections collections;
  @Inject private DebitBatches batches;
  @Inject private CollectionOutcomes outcomes;
  @Inject private RefundOutcomes refunds;
  @Inject private BankEntries bank;

  /** What the entries of a chunk refer to, read by one query of a kind. */
  private record Known(Map<Long, CollectionRow> collections, Map<Long, DebitGroupRow> groups) {}

  /** An entry with what it refers to. */
  private record Told(StatementEntry entry, CollectionRow collection, DebitGroupRow group) {
    long account() {
      return collection == null ? 0 : collection.accountId();
    }
  }

  /** What of a chunk answers to files of this house; nothing is changed yet. */
  static final class Recognised {
    private final Map<Integer, List<OwnReference>> references = new HashMap<>();
    private final List<Told> told = new ArrayList<>();

    boolean isEmpty() {
      return references.isEmpty();
    }

    /** Adds what booking it will change. */
    void nameIn(SettlementLocks.Named named) {
      for (Told each : told) {
        if (each.collection() != null) {
          named.collections().add(each.collection().id());
        } else if (each.group() != null) {
          named.groups().add(each.group().id());
        }
      }
      for (List<OwnReference> each : references.values()) {
        for (OwnReference reference : each) {
          switch (reference.kind()) {
            case RFC -> named.refunds().add(reference.id());
            case RFM -> named.refundBatches().add(reference.id());
            default -> {
              // collections are named by what was told of them
            }
          }
        }
      }
    }
  }

  /** Looks up what entries refer to. */
  Recognised recognise(List<StatementEntry> entries) {
    Recognised recognised = new Recognised();
    for (StatementEntry entry : entries) {
      List<OwnReference> found = OwnReference.in(entry.text() + " " + entry.reference());
      if (!found.isEmpty()) {
        recognised.references.put(entry.position(), found);
      }
    }
    if (!recognised.isEmpty()) {
      Known known = known(recognised.references.values());
      entries.stream()
          .filter(each -> recognised.references.containsKey(each.position()))
          .filter(each -> BankEntries.kindOf(each) != BankEntries.Kind.OUTGOING)
          .map(each -> told(each, recognised.references.get(each.position()), known))
          .sorted(Comparator.comparingLong(Told::account))
          .forEach(recognised.told::add);
    }
    return recognised;
  }

  /**
   * Books what was recognised; its locks are held.
   *
   * @return the other entries, in their order
   */
  List<StatementEntry> take(Telling telling, List<StatementEntry> entries, Recognised recognised) {
    if (recognised.isEmpty()) {
      return entries;
    }
    for (StatementEntry entry : entries) {
      List<OwnReference> found = recognised.references.get(entry.position());
      if (found != null && BankEntries.kindOf(entry) == BankEntries.Kind.OUTGOING) {
        refunds.moved(entry, telling.idOf(entry), found);
      }
    }
    Set<Integer> taken = new HashSet<>();
    for (Told each : recognised.told) {
      if (book(each, telling)) {
        taken.add(each.entry().position());
      }
    }
    // What follows reads and writes by statements, past the entities of this transaction.
    entities.flush();
    entities.clear();
    return entries.stream().filter(each -> !taken.contains(each.position())).toList();
  }

  private Known known(Iterable<List<OwnReference>> references) {
    Set<Long> collectionIds = new HashSet<>();
    Set<Long> groupIds = new HashSet<>();
    for (List<OwnReference> each : references) {
      for (OwnReference reference : each) {
        switch (reference.kind()) {
          case DDC -> collectionIds.add(reference.id());
          case DDB -> groupIds.add(reference.id());
          default -> {
            // messages are not told in statements; refunds are looked up on their own
          }
        }
      }
    }
    Map<Long, CollectionRow> found =
        collections.all(collectionIds).stream()
            .collect(Collectors.toMap(CollectionRow::id, Function.identity()));
    found.values().stream()
        .map(CollectionRow::groupId)
        .filter(java.util.Objects::nonNull)
        .forEach(groupIds::add);
    return new Known(
        found,
        batches.groupsOf(groupIds).stream()
            .collect(Collectors.toMap(DebitGroupRow::id, Function.identity())));
  }

  /** A single collection if its amount fits, else the group. */
  private static Told told(StatementEntry entry, List<OwnReference> references, Known known) {
    DebitGroupRow group = null;
    for (OwnReference reference : references) {
      CollectionRow collection =
          reference.kind() == OwnReference.Kind.DDC
              ? known.collections().get(reference.id())
              : null;
      if (collection != null
          && collection.groupId() != null
          && collection.amount().equals(entry.amount())) {
        return new Told(entry, collection, known.groups().get(collection.groupId()));
      }
      if (reference.kind() == OwnReference.Kind.DDB) {
        group = known.groups().get(reference.id());
      }
    }
    return new Told(entry, null, group);
  }

  private boolean book(Told told, Telling telling) {
    StatementEntry entry = told.entry();
    if (told.group() == null
        || !told.group().amount().currency().equals(entry.amount().currency())) {
      return false;
    }
    DebitGroupRow group = batches.lockedGroup(told.group().id());
    return switch (BankEntries.kindOf(entry)) {
      case PAYMENT ->
          told.collection() == null
              ? credited(group, entry, telling)
              : collected(group, told.collection(), entry, telling);
      case RETURN ->
          told.collection() != null
              && outcomes.takeBack(group, told.collection().id(), entry, telling.idOf(entry))
                  == Effect.CHANGED;
      default -> false;
    };
  }

  private boolean collected(
      DebitGroupRow group, CollectionRow collection, StatementEntry entry, Telling telling) {
    if (!collections.locked(collection.id()).state().isOutstanding()) {
      return false;
    }
    credit(group, entry, telling);
    outcomes.collect(collection.id(), arrival(entry, telling));
    return true;
  }

  /** No more than is still expected; what is less waits until the bank says whose it is. */
  private boolean credited(DebitGroupRow group, StatementEntry entry, Telling telling) {
    Money expected =
        CollectionOutcomes.sum(collections.outstanding(group.id()), group)
            .minus(group.unexplained());
    if (entry.amount().compareTo(expected) > 0) {
      return false;
    }
    credit(group, entry, telling);
    outcomes.explain(group.id(), arrival(entry, telling));
    return true;
  }

  private void credit(DebitGroupRow group, StatementEntry entry, Telling telling) {
    bank.add(telling, entry, BankEntries.Kind.COLLECTION);
    outcomes.credit(group, entry.amount(), entry.bookedOn(), telling.idOf(entry));
  }

  private static Arrival arrival(StatementEntry entry, Telling telling) {
    return new Arrival(
        entry.bookedOn(), entry.valueOn(), telling.statementOf(entry), telling.fileId());
  }
}
