package com.asta.charging.service;

import com.asta.charging.rules.Balance;
import com.asta.charging.rules.Counters;
import com.asta.charging.rules.Rating;
import com.asta.charging.rules.SessionControl;
import com.asta.charging.service.ChargingAnswer.Granted;
import com.asta.charging.service.ChargingBooks.Entry;
import com.asta.charging.service.ChargingRequest.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides what is simple on accounts as they were last seen, without locks: debits and enquiries of
 * plain accounts that are granted. If one request of an account is not so, all of that account in
 * the batch are left to be decided with care.
 */
final class QuickDecisions {
  /** An account in this batch. */
  private static final class Working {
    private final List<Ticket> tickets = new ArrayList<>(1);
    private final List<Entry> entries = new ArrayList<>(1);
    private LaneMemory.Place place;
    private Balance before;
    private Balance balance;
    private boolean careful;

    LaneAccount account() {
      return place.account();
    }

    void begin(LaneMemory.Place remembered) {
      place = remembered;
      careful = place == null;
      if (!careful) {
        before = place.balance();
        balance = before;
      }
    }

    boolean changed() {
      return !careful && !entries.isEmpty();
    }
  }

  private final TariffSnapshot tariffs;
  private final BalanceLevels levels;
  private final Instant now;
  private final LocalDate today;

  /** By the number as {@link LaneMemory#key} reads it. */
  private final Map<Long, Working> accounts = new HashMap<>();

  private final List<Ticket> careful = new ArrayList<>();

  QuickDecisions(TariffSnapshot tariffs, BalanceLevels levels, Instant now, LocalDate today) {
    this.tariffs = tariffs;
    this.levels = levels;
    this.now = now;
    this.today = today;
  }

  /**
   * Gathers tickets by account; tells which accounts must be read: those unknown, and those whose
   * balance is to be told.
   */
  Set<String> gather(List<Ticket> tickets, LaneMemory memory) {
    Set<String> unread = new LinkedHashSet<>();
    for (Ticket ticket : tickets) {
      long number = LaneMemory.key(ticket.number());
      Working working = accounts.get(number);
      if (working == null) {
        working = new Working();
        working.begin(memory.find(ticket.number()));
        accounts.put(number, working);
      }
      working.tickets.add(ticket);
      Type type = ticket.request().type();
      boolean told = type == Type.PRICE_ENQUIRY || type == Type.BALANCE_CHECK;
      if (told || type == Type.EVENT_DEBIT && working.place == null) {
        unread.add(ticket.number());
      }
    }
    return unread;
  }

  /**
   * Decides the tickets that it can; the others are {@link #careful()}.
   *
   * @param read the accounts that were read meanwhile
   */
  void decide(Set<String> read, LaneMemory memory) {
    for (String number : read) {
      accounts.get(LaneMemory.key(number)).begin(memory.find(number));
    }
    for (Working working : accounts.values()) {
      for (int i = 0; i < working.tickets.size() && !working.careful; i++) {
        working.careful = !decide(working.tickets.get(i), working);
      }
      if (working.careful) {
        careful.addAll(working.tickets);
      }
    }
  }

  List<Ticket> careful() {
    return careful;
  }

  /** Hands over what was decided. */
  void changes(BatchChanges changes) {
    for (Working working : accounts.values()) {
      if (working.changed()) {
        LaneAccount account = working.account();
        changes.balance(account.id(), working.balance, working.place.version());
        working.entries.forEach(changes::debit);
        levels.crossed(account, working.before, working.balance, now).forEach(changes::event);
      }
    }
  }

  /** Notes the balances once they are on disk. */
  void remember(LaneMemory memory) {
    for (Working working : accounts.values()) {
      if (working.changed()) {
        memory.note(working.place, working.balance, working.place.version() + 1);
      }
    }
  }

  private boolean decide(Ticket ticket, Working working) {
    LaneAccount account = working.account();
    ChargingRequest request = ticket.request();
    if (!account.plain() || account.refusal(today) != null || account.closedOn(today)) {
      return false;
    }
    return switch (request.type()) {
      case BALANCE_CHECK -> balance(ticket, working);
      case EVENT_DEBIT, PRICE_ENQUIRY -> use(ticket, working);
      default -> false;
    };
  }

  /** A reservation may have expired: who has one is looked at with care. */
  private static boolean balance(Ticket ticket, Working working) {
    if (working.balance.reserved().signum() != 0) {
      return false;
    }
    ticket.decide(granted(ticket, working, BigDecimal.ZERO, null));
    return true;
  }

  private boolean use(Ticket ticket, Working working) {
    ChargingRequest request = ticket.request();
    UsePricing use = UsePricing.of(tariffs, working.account(), request, now, today);
    if (use.reason() != null || !use.counterIds().isEmpty()) {
      return false;
    }
    Rating rating = use.price(request.units(), 0, Counters.NONE);
    if (!(rating instanceof Rating.Rated rated)) {
      return false;
    }
    BigDecimal price = SessionControl.balanceAmount(rated);
    String explanation = rated.explanation().encode();
    if (request.type() == Type.EVENT_DEBIT) {
      BigDecimal left = working.balance.available().subtract(price);
      if (left.signum() < 0) {
        return false;
      }
      BigDecimal after = working.balance.amount().subtract(price);
      working.balance = new Balance(after, working.balance.reserved());
      working.entries.add(entry(ticket, working, use, price, explanation));
    }
    ticket.decide(granted(ticket, working, price, explanation));
    return true;
  }

  private static Entry entry(
      Ticket ticket, Working working, UsePricing use, BigDecimal price, String explanation) {
    Balance after = working.balance;
    return new Entry(
        working.account().id(),
        null,
        null,
        "DEBIT",
        price.negate(),
        after.amount(),
        ticket.key(),
        0,
        use.service(),
        use.destination(),
        ticket.request().units(),
        use.tariff().versionId(),
        explanation,
        Digest.of(ticket.request(), null),
        after.reserved().signum() == 0 ? null : after.available(),
        null,
        null);
  }

  private static Granted granted(
      Ticket ticket, Working working, BigDecimal amount, String explanation) {
    return new Granted(
        ticket.key().sessionId(),
        ticket.key().requestNumber(),
        amount,
        working.balance.available(),
        working.account().currency(),
        explanation,
        List.of());
  }
}
