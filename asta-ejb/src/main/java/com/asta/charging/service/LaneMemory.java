package com.asta.charging.service;

import com.asta.charging.rules.Balance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Accounts that a lane saw lately, by number. What it remembers may be out of date: the version
 * that its update demands proves it right. Belongs to one lane's thread.
 *
 * <p>A debit changes nothing but numbers in place. An object made for each debit and hung into this
 * old and large map would have to be found and copied by the next collection, while nobody is
 * served.
 */
final class LaneMemory {
  private static final int SCALE = 4;
  private static final int MOST_DIGITS = 18;

  /** Where an account is remembered; what changes of it, in ten-thousandths of its currency. */
  static final class Place {
    private final LaneAccount account;
    private long amount;
    private long reserved;
    private long version;
    private boolean seen;
    private int index;

    private Place(LaneAccount account) {
      this.account = account;
    }

    /** The account; its balance and version are as they were when it was read. */
    LaneAccount account() {
      return account;
    }

    /** The balance as it was last noted. */
    Balance balance() {
      return new Balance(BigDecimal.valueOf(amount, SCALE), BigDecimal.valueOf(reserved, SCALE));
    }

    /** The version as it was last noted. */
    long version() {
      return version;
    }

    private void note(Balance balance, long newVersion) {
      amount = unscaled(balance.amount());
      reserved = unscaled(balance.reserved());
      version = newVersion;
      seen = true;
    }
  }

  private final int capacity;

  private final Map<Long, Place> byNumber = new HashMap<>();

  private final List<Place> places = new ArrayList<>();
  private int hand;

  LaneMemory(int capacity) {
    this.capacity = capacity;
  }

  /** Where an account is remembered, or null. */
  Place find(String number) {
    Place place = byNumber.get(key(number));
    if (place != null) {
      place.seen = true;
    }
    return place;
  }

  void put(LaneAccount account) {
    forget(account.serviceId());
    if (!fits(account.balance().amount()) || !fits(account.balance().reserved())) {
      return;
    }
    if (places.size() >= capacity) {
      forgetOne();
    }
    Place place = new Place(account);
    place.note(account.balance(), account.version());
    place.index = places.size();
    places.add(place);
    byNumber.put(key(account.serviceId()), place);
  }

  /** Notes what became of an account at the place that {@link #find} gave. */
  void note(Place place, Balance balance, long version) {
    if (fits(balance.amount()) && fits(balance.reserved())) {
      place.note(balance, version);
    } else {
      forget(place.account.serviceId());
    }
  }

  void forget(Collection<String> numbers) {
    numbers.forEach(this::forget);
  }

  private void forget(String number) {
    Place place = byNumber.remove(key(number));
    if (place != null) {
      Place last = places.remove(places.size() - 1);
      if (last != place) {
        places.set(place.index, last);
        last.index = place.index;
      }
    }
  }

  /** Second chance: the first that was not seen since the hand passed it. */
  private void forgetOne() {
    while (true) {
      hand = (hand + 1) % places.size();
      Place place = places.get(hand);
      if (!place.seen) {
        forget(place.account.serviceId());
        return;
      }
      place.seen = false;
    }
  }

  /** A number of digits as a number: texts of digits have hash codes that crowd together. */
  static long key(String number) {
    return number.isEmpty() ? -1 : Long.parseLong(number);
  }

  /** Whether it has no more than four decimals and can be written as a long of them. */
  private static boolean fits(BigDecimal amount) {
    return amount.scale() <= SCALE && amount.precision() - amount.scale() <= MOST_DIGITS - SCALE;
  }

  private static long unscaled(BigDecimal amount) {
    return amount.scaleByPowerOfTen(SCALE).longValue();
  }
}
