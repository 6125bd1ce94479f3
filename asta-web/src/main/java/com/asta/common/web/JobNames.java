package com.asta.common.web;

import com.asta.common.batch.JobRun;
import com.asta.common.batch.JobStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** How jobs, their parts and reasons of rejection are called on the operator's pages. */
@Named
@ApplicationScoped
public class JobNames {
  private static final int HOUR_SECONDS = 3600;
  private static final int MINUTE_SECONDS = 60;

  @Inject private Clock clock;

  /** The job's title; its technical name if nobody gave it one. */
  public String job(String name) {
    return name == null ? "" : known("common", "job.name." + name, name);
  }

  public String step(String name) {
    return known("common", "job.step." + name, name);
  }

  public String parameter(String name) {
    return known("common", "job.parameter." + name, name);
  }

  /** The reason's text from the subsystem's bundle; else the reason itself, made readable. */
  public String reason(String subsystem, String reason) {
    String readable =
        reason.isEmpty()
            ? reason
            : reason.charAt(0) + reason.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    String own = known(subsystem, "suspense." + reason, null);
    if (own == null) {
      own = known(subsystem, "reason." + reason, null);
    }
    return own == null ? known("common", "suspense.reason." + reason, readable) : own;
  }

  /** The colour of a status. */
  public String css(JobStatus status) {
    return switch (status) {
      case COMPLETED -> "tag-ok";
      case FAILED -> "tag-bad";
      case STARTING, STARTED -> "tag-info";
      case STOPPING, STOPPED -> "tag-warn";
      case ABANDONED -> "tag-off";
    };
  }

  public String duration(JobRun run) {
    return run.startedAt() == null ? "–" : text(run.duration(clock.instant()));
  }

  public String duration(Instant from, Instant to) {
    return from == null ? "–" : text(Duration.between(from, to == null ? clock.instant() : to));
  }

  private static String text(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return seconds < MINUTE_SECONDS && duration.toMillis() >= 0
        ? String.format(Locale.ROOT, "%.1f s", Math.max(0, duration.toMillis()) / 1000.0)
        : String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            seconds / HOUR_SECONDS,
            seconds % HOUR_SECONDS / MINUTE_SECONDS,
            seconds % MINUTE_SECONDS);
  }

  private static String known(String subsystem, String key, String otherwise) {
    String text = Messages.text(FacesContext.getCurrentInstance(), subsystem, key);
    return text.equals(key) ? otherwise : text;
  }
}
