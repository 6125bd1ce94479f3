package com.asta.charging.batch;

import com.asta.charging.service.RepricingCard;
import com.asta.charging.service.RepricingCard.Purpose;
import com.asta.charging.service.RepricingService;
import com.asta.common.batch.JobControl;
import com.asta.common.batch.JobRun;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.Map;

/**
 * Decisions on past usage, followed by the job that carries them out. A decision is committed
 * before its job starts; {@link #resume} helps where the job did not come to life.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Roles.PRODUCT_MANAGER, Roles.BILLING, Roles.OPERATOR, Roles.ADMIN, Roles.SYSTEM})
public class RepricingJob {
  private static final String WHAT_IF = "charging-what-if";
  private static final String RE_RATING = "charging-re-rating";
  private static final String TRIED_TOGETHER = "50";
  private static final String ONE_BY_ONE = "1";

  @Inject private RepricingService repricings;
  @Inject private JobControl jobs;

  /** Prices a month by a version of its tariff, without touching anything; returns its id. */
  public long whatIf(long versionId, YearMonth month) {
    long id = repricings.whatIf(versionId, month);
    work(id);
    return id;
  }

  /** Tries what pricing anew would change; returns its id. */
  public long reRating(
      YearMonth first, YearMonth last, String tariffCode, Long customerId, String reason) {
    long id = repricings.reRating(first, last, tariffCode, customerId, reason);
    work(id);
    return id;
  }

  /** Stores what was tried, account by account. */
  public void apply(long id) {
    repricings.apply(id);
    work(id);
  }

  /** Starts the job a repricing waits for, unless it is running. */
  public void resume(long id) {
    RepricingCard card = repricings.card(id);
    if (card.status().isWorking() && !isRunning(card)) {
      work(id);
    }
  }

  /** True while a job works on it. */
  public boolean isRunning(long id) {
    return isRunning(repricings.card(id));
  }

  /** Also true for a restart after a crash, which is another execution of the same instance. */
  private boolean isRunning(RepricingCard card) {
    return card.executionId() != null
        && jobs.runsOf(jobs.run(card.executionId()).instanceId()).stream()
            .anyMatch(JobRun::isRunning);
  }

  private void work(long id) {
    RepricingCard card = repricings.card(id);
    boolean applies = card.status() == RepricingCard.Status.APPLYING;
    Map<String, String> parameters =
        Map.of("repricingId", String.valueOf(id), "chunk", applies ? ONE_BY_ONE : TRIED_TOGETHER);
    String job = card.purpose() == Purpose.WHAT_IF ? WHAT_IF : RE_RATING;
    repricings.workedOnBy(id, jobs.start(job, parameters));
  }
}
