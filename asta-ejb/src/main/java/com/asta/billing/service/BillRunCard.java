package com.asta.billing.service;

import com.asta.billing.model.BillRun;
import com.asta.billing.model.BillRunStatus;
import java.time.Instant;
import java.time.LocalDate;

/** A bill run: who did what when. */
public record BillRunCard(
    long id,
    LocalDate cycleEnd,
    LocalDate issuedOn,
    BillRunStatus status,
    String startedBy,
    Instant startedAt,
    Instant trialledAt,
    String approvedBy,
    Instant approvedAt,
    Instant finishedAt,
    String deliveryBy,
    Instant deliveryAt,
    Instant deliveredAt,
    Long executionId) {
  /** True while a job works on the run. */
  public boolean isWorking() {
    return status.isWorking() || isDelivering();
  }

  public boolean isDelivering() {
    return deliveryAt != null && deliveredAt == null;
  }

  static BillRunCard of(BillRun run) {
    return new BillRunCard(
        run.getId(),
        run.getCycleEnd(),
        run.getIssuedOn(),
        run.getStatus(),
        run.getStartedBy(),
        run.getStartedAt(),
        run.getTrialledAt(),
        run.getApprovedBy(),
        run.getApprovedAt(),
        run.getFinishedAt(),
        run.getDeliveryBy(),
        run.getDeliveryAt(),
        run.getDeliveredAt(),
        run.getExecutionId());
  }
}
