package com.asta.charging.service;

import com.asta.charging.service.UsageCandidate.Rejected;
import java.util.ArrayList;
import java.util.List;

/**
 * A chunk of lines made ready to be stored: read, their subscribers found, what is stored already
 * left out, and priced unless a price depends on a counter.
 */
public final class UsagePrepared {
  private final UsageFileRow file;
  private final long lastLine;
  private final long next;
  private final List<UsageCandidate> candidates = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private long notChargeable;
  private long duplicates;

  UsagePrepared(UsageFileRow file, List<UsageLine> lines) {
    this.file = file;
    UsageLine last = lines.get(lines.size() - 1);
    this.lastLine = last.last();
    this.next = last.next();
  }

  UsageFileRow file() {
    return file;
  }

  long lastLine() {
    return lastLine;
  }

  long next() {
    return next;
  }

  List<UsageCandidate> candidates() {
    return candidates;
  }

  /** Goes on with these candidates only. */
  void keep(List<UsageCandidate> some) {
    List<UsageCandidate> left = new ArrayList<>(some);
    candidates.clear();
    candidates.addAll(left);
  }

  List<Rejected> rejected() {
    return rejected;
  }

  void reject(UsageLine line, String reason, String detail) {
    rejected.add(new Rejected(line, reason, detail));
  }

  void notChargeable() {
    notChargeable++;
  }

  void duplicates(long more) {
    duplicates += more;
  }

  IntakeCounts counts(long rated) {
    return new IntakeCounts(rated, duplicates, rejected.size(), notChargeable);
  }
}
