package com.asta.payments.model;

import com.asta.payments.rules.DunningLevel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** The dunning of one account, from the first reminder until nothing is overdue. */
@Entity
@Table(schema = "payments", name = "dunning_case")
public class DunningCase {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "dunning_case_seq")
  @SequenceGenerator(
      name = "dunning_case_seq",
      schema = "payments",
      sequenceName = "dunning_case_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "opened_on")
  private LocalDate openedOn;

  @Column(name = "closed_on")
  private LocalDate closedOn;

  @Enumerated(EnumType.STRING)
  private DunningLevel level;

  @Version private long version;

  protected DunningCase() {}

  public DunningCase(long accountId, LocalDate openedOn) {
    this.accountId = accountId;
    this.openedOn = openedOn;
    this.level = DunningLevel.NONE;
  }

  public void reach(DunningLevel next) {
    level = next;
  }

  public void close(LocalDate on) {
    closedOn = on;
  }

  public Long getId() {
    return id;
  }

  public long getAccountId() {
    return accountId;
  }

  public LocalDate getOpenedOn() {
    return openedOn;
  }

  public LocalDate getClosedOn() {
    return closedOn;
  }

  public DunningLevel getLevel() {
    return level;
  }
}
