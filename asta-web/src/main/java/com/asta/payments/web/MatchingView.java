package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.common.web.Format;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerQuery;
import com.asta.customers.service.CustomerRow;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.Candidate;
import com.asta.payments.service.PaymentRow;
import com.asta.payments.service.PaymentService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The matching workbench: a bank line, its likely customers; accept one and the next comes up. */
@Named
@ViewScoped
public class MatchingView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int CANDIDATES = 8;
  private static final int QUEUE = 12;

  @Inject private PaymentService payments;
  @Inject private CustomerService customers;

  private Long id;
  private String text;
  private Long last;
  private String lastTold;
  private long waiting;
  private transient PaymentRow line;
  private transient List<PaymentRow> queue;
  private transient List<Candidate> candidates;

  /** Loads the asked line, or the oldest that waits. */
  public void load() {
    waiting = payments.countUnmatched();
    queue = payments.unmatched(0, QUEUE);
    line = null;
    if (id != null) {
      PaymentRow asked = payments.payment(id);
      line = asked.accountId() == null ? asked : null;
    }
    if (line == null && !queue.isEmpty()) {
      line = queue.get(0);
    }
    id = line == null ? null : line.id();
    candidates = line == null ? List.of() : payments.candidates(line.id(), CANDIDATES);
  }

  /** Takes the line for the candidate's and brings up the next. */
  public void accept(Candidate candidate) {
    long done = id;
    Money amount = line == null ? payments.payment(done).amount() : line.amount();
    payments.assign(done, candidate.debtor().accountId(), candidate.named());
    last = done;
    lastTold = Format.amount(amount) + " → " + candidate.debtor().name();
    next(done);
  }

  /** Takes the last acceptance back; its line comes up again. */
  public void undo() {
    if (last != null) {
      payments.unassign(last);
      id = last;
      last = null;
      load();
    }
  }

  /** What was accepted last; null if nothing was, or it was undone. */
  public String getLastTold() {
    return last == null ? null : lastTold;
  }

  public Long getLast() {
    return last;
  }

  /** Leaves the line and brings up the one behind it. */
  public void skip() {
    next(id);
  }

  /** Looks customers up by what the clerk typed. */
  public void find() {
    if (line == null || text == null || text.isBlank()) {
      return;
    }
    List<Long> accounts = new ArrayList<>();
    for (CustomerRow customer :
        customers.list(new CustomerQuery(text, null, null, null), 0, CANDIDATES)) {
      customers.accountsOf(customer.id()).stream().map(AccountCard::id).forEach(accounts::add);
    }
    candidates = payments.candidates(line.id(), accounts);
  }

  private void next(long behind) {
    text = null;
    List<PaymentRow> after = payments.unmatched(behind, 1);
    id = after.isEmpty() ? null : after.get(0).id();
    load();
  }

  public boolean isIdle() {
    return line == null;
  }

  public PaymentRow getLine() {
    return line;
  }

  public List<PaymentRow> getQueue() {
    return queue;
  }

  public List<Candidate> getCandidates() {
    return candidates;
  }

  public long getWaiting() {
    return waiting;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
