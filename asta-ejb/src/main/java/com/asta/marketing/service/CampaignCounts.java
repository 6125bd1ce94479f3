package com.asta.marketing.service;

import com.asta.marketing.rules.Eligibility.Skip;
import com.asta.marketing.rules.Shares;
import java.math.BigDecimal;
import java.util.Map;

/**
 * How far a campaign is and what came of it.
 *
 * @param recipients in the snapshot
 * @param mailed for whom a mail was queued
 * @param delivered mails the mail server has taken
 * @param failed mails it refused for good or left uncertain
 * @param skipped recipients left out, by reason
 */
public record CampaignCounts(
    long recipients,
    long mailed,
    long delivered,
    long failed,
    Map<Skip, Long> skipped,
    long unsubscribed,
    long responded) {

  public long skippedInAll() {
    return skipped.values().stream().mapToLong(Long::longValue).sum();
  }

  public long decided() {
    return mailed + skippedInAll();
  }

  /** Whole percent of recipients decided. */
  public int percent() {
    return recipients == 0 ? 0 : (int) (decided() * 100 / recipients);
  }

  /** Share of those mailed who left, in per cent. */
  public BigDecimal unsubscribedPercent() {
    return Shares.percent(unsubscribed, mailed);
  }

  /** Share of those mailed who answered the survey, in per cent. */
  public BigDecimal respondedPercent() {
    return Shares.percent(responded, mailed);
  }
}
