package com.asta.payments.model;

import com.asta.common.Money;
import com.asta.payments.rules.LedgerAccount;
import com.asta.payments.rules.Posting;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import org.eclipse.persistence.annotations.Customizer;

/** One posting of a transaction: an amount, its debited and its credited account. */
@Entity
@IdClass(LedgerPosting.Key.class)
@Customizer(WrittenAfter.Transactions.class)
@Table(schema = "payments", name = "posting")
public class LedgerPosting {
  @Id
  @Column(name = "transaction_id")
  private long transactionId;

  @Id private int line;

  @Column(name = "account_id")
  private long accountId;

  @Enumerated(EnumType.STRING)
  private LedgerAccount debit;

  @Enumerated(EnumType.STRING)
  private LedgerAccount credit;

  private BigDecimal amount;
  private String currency;
  private String rate = "";

  protected LedgerPosting() {}

  public LedgerPosting(LedgerTransaction transaction, int line, Posting posting) {
    this.transactionId = transaction.getId();
    this.accountId = transaction.getAccountId();
    this.line = line;
    this.debit = posting.debit();
    this.credit = posting.credit();
    this.amount = posting.amount().amount();
    this.currency = posting.amount().currency();
    this.rate = posting.rate();
  }

  public Posting toPosting() {
    return new Posting(debit, credit, Money.of(amount, currency), rate);
  }

  public long getAccountId() {
    return accountId;
  }

  /** A line of a transaction. */
  public static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private long transactionId;
    private int line;

    public Key() {}

    public Key(long transactionId, int line) {
      this.transactionId = transactionId;
      this.line = line;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && key.transactionId == transactionId && key.line == line;
    }

    @Override
    public int hashCode() {
      return Objects.hash(transactionId, line);
    }
  }
}
