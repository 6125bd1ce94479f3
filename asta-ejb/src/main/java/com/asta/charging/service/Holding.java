package com.asta.charging.service;

import com.asta.charging.rules.Balance;
import com.asta.charging.rules.Bucket;
import com.asta.charging.rules.Purse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A locked account and its balance as the batch goes on. */
final class Holding {
  private final Balance before;
  private LaneAccount account;
  private final List<Long> bucketIds = new ArrayList<>();
  private Balance balance;

  Holding(LaneAccount account) {
    this.account = account;
    this.before = account.balance();
    this.balance = before;
  }

  LaneAccount account() {
    return account;
  }

  Balance balance() {
    return balance;
  }

  /** The balance before this batch. */
  Balance before() {
    return before;
  }

  boolean changed() {
    return balance != before;
  }

  /** Whether sessions hold a part of it. */
  boolean reserves() {
    return balance.reserved().signum() != 0;
  }

  /** Says which buckets it may use, in their order. */
  void mayUse(List<Bucket> buckets) {
    buckets.stream()
        .sorted(Bucket.orderOf(account.id()))
        .forEach(bucket -> bucketIds.add(bucket.id()));
  }

  /** Adds a bucket that it has got just now. */
  void add(Bucket bucket, Map<Long, Bucket> buckets) {
    bucketIds.add(bucket.id());
    bucketIds.sort(Comparator.comparing(buckets::get, Bucket.orderOf(account.id())));
  }

  /** What it can pay with now. */
  Purse purse(Map<Long, Bucket> buckets) {
    return new Purse(
        balance,
        account.credit(),
        bucketIds.isEmpty() ? List.of() : bucketIds.stream().map(buckets::get).toList());
  }

  /** A recharge has changed where it stands in its life. */
  void revive(LaneAccount.Status status) {
    account = account.revived(status);
  }

  void take(Purse after) {
    balance = after.main();
  }

  void change(Balance after) {
    balance = after;
  }
}
