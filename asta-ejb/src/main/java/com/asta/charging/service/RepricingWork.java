package com.asta.charging.service;

import com.asta.charging.event.UsageRerated;
import com.asta.charging.event.UsageRerated.Difference;
import com.asta.charging.model.TariffVersion;
import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.Repricing.Counter;
import com.asta.charging.rules.Repricing.Repriced;
import com.asta.charging.service.RepricingCard.Purpose;
import com.asta.charging.service.RepricingCard.Status;
import com.asta.charging.service.RepricingStore.Event;
import com.asta.common.OperatorZone;
import com.asta.common.service.Outbox;
import com.asta.common.service.Roles;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerService;
import com.asta.products.service.Subscriber;
import com.asta.products.service.SubscriptionService;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The steps of the jobs that price usage anew. A call is one transaction; a step that is repeated
 * after a crash finds what is left by the state of the accounts. Only a re-rating that was decided
 * on changes usage: its accounts come one by one, with their counters locked.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class RepricingWork {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @PersistenceContext private EntityManager em;
  @Inject private Repricings repricings;
  @Inject private SubscriptionService subscriptions;
  @Inject private CustomerService customers;
  @Inject private TariffSnapshots tariffs;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /** Puts the accounts with such usage into the repricing; returns how many wait. */
  public long prepare(long id) {
    RepricingCard card = repricings.get(id);
    List<Long> accountIds =
        card.customerId() == null
            ? null
            : customers.accountsOf(card.customerId()).stream().map(AccountCard::id).toList();
    try (Connection connection = database.getConnection()) {
      return RepricingStore.prepare(connection, card, versions(card), accountIds);
    } catch (SQLException e) {
      throw failed(id, e);
    }
  }

  /** The next accounts that wait, in the order of their ids. */
  public List<Long> pending(long id, int firstShard, int lastShard, long after, int limit) {
    try (Connection connection = database.getConnection()) {
      Status status = repricings.get(id).status();
      return RepricingStore.pending(connection, id, status, firstShard, lastShard, after, limit);
    } catch (SQLException e) {
      throw failed(id, e);
    }
  }

  /** Prices the usage of some accounts anew, and stores it if that was decided. */
  public void price(long id, Collection<Long> accountIds) {
    RepricingCard card = repricings.get(id);
    boolean applies = card.status() == Status.APPLYING;
    Map<Long, AccountCard> accounts = customers.accounts(accountIds);
    try (Connection connection = database.getConnection()) {
      for (RepricedUsage usage : repriced(connection, card, accountIds)) {
        if (applies) {
          apply(connection, card, usage);
        }
        long customerId = accounts.get(usage.accountId()).customerId();
        String status = applies ? "APPLIED" : "PRICED";
        RepricingStore.result(connection, card, usage, customerId, status);
      }
    } catch (SQLException e) {
      throw failed(id, e);
    }
  }

  private List<RepricedUsage> repriced(
      Connection connection, RepricingCard card, Collection<Long> accountIds) {
    boolean lock = card.status() == Status.APPLYING;
    Map<Long, Map<Counter, Long>> counters = RepricingStore.counters(connection, accountIds, lock);
    TariffSnapshot snapshot = tariffs.current();
    Map<Long, List<Event>> events =
        RepricingStore.events(connection, card, versions(card), accountIds, snapshot).stream()
            .collect(Collectors.groupingBy(Event::accountId));
    Holders holders = holders(card, events.values());
    Function<Event, CompiledTariff> choice = choice(card, snapshot, holders);
    return accountIds.stream()
        .map(
            account ->
                RepricedUsage.of(
                    account,
                    events.getOrDefault(account, List.of()),
                    holders,
                    choice,
                    counters.getOrDefault(account, Map.of())))
        .toList();
  }

  private void apply(Connection connection, RepricingCard card, RepricedUsage usage) {
    RepricingStore.apply(connection, card.id(), usage);
    Map<LocalDate, Map<String, BigDecimal>> sums = new TreeMap<>();
    for (Repriced each : usage.changed()) {
      LocalDate month = OperatorZone.dayOf(each.stored().event().at()).withDayOfMonth(1);
      BigDecimal difference = each.amount().subtract(each.stored().rated());
      sums.computeIfAbsent(month, m -> new TreeMap<>())
          .merge(each.rating().rate().vatCategory(), difference, BigDecimal::add);
    }
    List<Difference> differences = new ArrayList<>();
    sums.forEach(
        (month, byCategory) ->
            byCategory.forEach(
                (category, sum) -> {
                  if (sum.signum() != 0) {
                    differences.add(new Difference(month, category, sum));
                  }
                }));
    if (!differences.isEmpty()) {
      outbox.publish(new UsageRerated(card.id(), usage.accountId(), usage.currency(), differences));
    }
  }

  /** All accounts are priced: a re-rating waits for its decision, anything else is done. */
  public void finish(long id) {
    RepricingCard card = repricings.locked(id);
    boolean waits = card.purpose() == Purpose.RE_RATING && card.status() == Status.TRIAL;
    if (card.status().isWorking()) {
      repricings.status(
          id, waits ? Status.REVIEW : Status.DONE, null, waits ? null : clock.instant());
    }
  }

  /** Published versions of the tariff; null for all tariffs. */
  private List<Long> versions(RepricingCard card) {
    return card.tariffCode() == null
        ? null
        : em.createQuery("select v.id from TariffVersion v where v.tariff.code = :code", Long.class)
            .setParameter("code", card.tariffCode())
            .getResultList();
  }

  private Holders holders(RepricingCard card, Collection<List<Event>> events) {
    Set<String> numbers = new HashSet<>();
    events.forEach(some -> some.forEach(event -> numbers.add("+" + event.serviceId())));
    return numbers.isEmpty()
        ? new Holders(Map.of())
        : new Holders(subscriptions.byServiceIds(numbers, card.from(), card.to()));
  }

  /** Who held which number when. */
  record Holders(Map<String, List<Subscriber>> byNumber) {
    /** The holder of an event's number on its day if it is the same subscription, or null. */
    Subscriber of(Event event) {
      LocalDate day = OperatorZone.dayOf(event.at());
      return byNumber.getOrDefault("+" + event.serviceId(), List.of()).stream()
          .filter(each -> each.subscriptionId() == event.subscriptionId())
          .filter(each -> !day.isBefore(each.from()))
          .filter(each -> each.to() == null || day.isBefore(each.to()))
          .findFirst()
          .orElse(null);
    }
  }

  private Function<Event, CompiledTariff> choice(
      RepricingCard card, TariffSnapshot snapshot, Holders holders) {
    if (card.draftVersionId() != null) {
      TariffVersion version = em.find(TariffVersion.class, card.draftVersionId());
      CompiledTariff draft =
          TariffSnapshots.compile(
              version.getId(),
              version.getTariff().getCode(),
              version.getVersion(),
              version.getContent());
      return event -> draft;
    }
    return event -> {
      Subscriber holder = holders.of(event);
      String code =
          holder == null || holder.tariffCode() == null
              ? event.tariff().code()
              : holder.tariffCode();
      return snapshot.on(code, OperatorZone.dayOf(event.at())).orElse(null);
    };
  }

  private static IllegalStateException failed(long id, SQLException cause) {
    return new IllegalStateException("Repricing " + id + " failed", cause);
  }
}
