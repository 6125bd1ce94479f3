package com.asta.charging.service;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Accounts that a lane saw lately, by number. What it remembers may be out of date: the version
 * that its update demands proves it right. Belongs to one lane's thread.
 */
final class LaneMemory {
  private final Map<String, LaneAccount> accounts;

  LaneMemory(int capacity) {
    accounts =
        new LinkedHashMap<>(1024, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, LaneAccount> eldest) {
            return size() > capacity;
          }
        };
  }

  LaneAccount get(String number) {
    return accounts.get(number);
  }

  void put(LaneAccount account) {
    accounts.put(account.serviceId(), account);
  }

  void forget(Collection<String> numbers) {
    numbers.forEach(accounts::remove);
  }
}
