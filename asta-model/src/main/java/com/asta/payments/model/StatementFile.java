package com.asta.payments.model;

import com.asta.payments.rules.StatementFault;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A statement file that was handed in, and what became of it. */
@Entity
@Table(schema = "payments", name = "statement_file")
public class StatementFile {
  /** How far it is. */
  public enum State {
    WAITING,
    IMPORTING,
    DONE,
    REFUSED
  }

  @Id
  @Column(name = "file_id")
  private long fileId;

  private String name;

  @Enumerated(EnumType.STRING)
  private State state;

  @Enumerated(EnumType.STRING)
  private StatementFault.Reason reason;

  private String detail;

  @Column(name = "execution_id")
  private Long executionId;

  private int entries;

  @Column(name = "arrived_at")
  private Instant arrivedAt;

  @Column(name = "arrived_by")
  private String arrivedBy;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Version private long version;

  protected StatementFile() {}

  public void begin(int numberOfEntries) {
    state = State.IMPORTING;
    entries = numberOfEntries;
  }

  /** Waits again after it was refused. */
  public void retry() {
    state = State.WAITING;
    reason = null;
    detail = null;
    finishedAt = null;
  }

  public void finish(Instant at) {
    state = State.DONE;
    finishedAt = at;
  }

  public void refuse(StatementFault.Reason why, String where, Instant at) {
    state = State.REFUSED;
    reason = why;
    detail = where;
    finishedAt = at;
  }

  public long getFileId() {
    return fileId;
  }

  public String getName() {
    return name;
  }

  public State getState() {
    return state;
  }

  public StatementFault.Reason getReason() {
    return reason;
  }

  public String getDetail() {
    return detail;
  }

  public Long getExecutionId() {
    return executionId;
  }

  public int getEntries() {
    return entries;
  }

  public Instant getArrivedAt() {
    return arrivedAt;
  }

  public String getArrivedBy() {
    return arrivedBy;
  }

  public Instant getFinishedAt() {
    return finishedAt;
  }
}
