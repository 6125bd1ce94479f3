package com.asta.payments.model;

import com.asta.common.Money;
import com.asta.payments.rules.StatementHeader;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A statement of an own bank account, taken once by (own account, statement id). */
@Entity
@Table(schema = "payments", name = "bank_statement")
public class BankStatement {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bank_statement_seq")
  @SequenceGenerator(
      name = "bank_statement_seq",
      schema = "payments",
      sequenceName = "bank_statement_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "own_account")
  private String ownAccount;

  @Column(name = "statement_id")
  private String statementId;

  @Column(name = "file_id")
  private long fileId;

  private LocalDate day;
  private String currency;
  private BigDecimal opening;
  private BigDecimal closing;

  @Column(name = "imported_at")
  private Instant importedAt;

  protected BankStatement() {}

  public BankStatement(StatementHeader header, long fileId, Instant importedAt) {
    this.ownAccount = header.account();
    this.statementId = header.statementId();
    this.day = header.day();
    if (header.opening() != null) {
      this.currency = header.opening().currency();
      this.opening = header.opening().amount();
      this.closing = header.closing().amount();
    }
    this.fileId = fileId;
    this.importedAt = importedAt;
  }

  public Long getId() {
    return id;
  }

  public String getOwnAccount() {
    return ownAccount;
  }

  public String getStatementId() {
    return statementId;
  }

  public long getFileId() {
    return fileId;
  }

  public LocalDate getDay() {
    return day;
  }

  public Money getOpening() {
    return opening == null ? null : Money.of(opening, currency);
  }

  public Money getClosing() {
    return closing == null ? null : Money.of(closing, currency);
  }

  public Instant getImportedAt() {
    return importedAt;
  }
}
