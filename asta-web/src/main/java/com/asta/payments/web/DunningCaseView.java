package com.asta.payments.web;

import com.asta.common.web.Messages;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.DunningLevel;
import com.asta.payments.service.DunningCaseService;
import com.asta.payments.service.DunningLetterRow;
import com.asta.payments.service.DunningLetterService;
import com.asta.payments.service.DunningPolicyCard;
import com.asta.payments.service.DunningPolicyService;
import com.asta.payments.service.DunningService;
import com.asta.payments.service.DunningStanding;
import com.asta.payments.service.DunningStepRow;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/** Dunning of one account: where it stands, what was done, what a clerk does about it. */
@Named
@ViewScoped
public class DunningCaseView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LETTERS = 50;

  @Inject private DunningCaseService cases;
  @Inject private DunningService dunning;
  @Inject private DunningLetterService letters;
  @Inject private DunningPolicyService policies;
  @Inject private CustomerService customers;

  private long account;
  private LocalDate until;
  private String pauseReason;
  private String act = "SKIP";
  private LocalDate restUntil;
  private String actReason;
  private String note;
  private transient DunningStanding standing;
  private transient DunningPolicyCard policy;
  private transient CustomerCard customer;
  private transient List<DunningStepRow> steps;
  private transient List<DunningLetterRow> written;

  /** Loads the account. */
  public void load() {
    standing = cases.standing(account);
    policy = standing.isOpen() ? policies.card(standing.policyId()) : null;
    customer = customers.card(standing.customerId());
    steps = dunning.historyOf(account);
    written =
        letters.ofCustomer(standing.customerId(), 0, LETTERS).stream()
            .filter(letter -> letter.accountId() == account)
            .toList();
  }

  /** Pauses dunning. */
  public String pause() {
    cases.pause(account, until, pauseReason);
    Messages.done("payments", "dunning.case.paused.done");
    return again();
  }

  /** Lets dunning go on. */
  public String resume() {
    cases.resume(account);
    Messages.done("payments", "dunning.case.resumed.done");
    return again();
  }

  /** Skips, takes back or hands over. */
  public String change() {
    switch (act) {
      case "SKIP" -> cases.skip(account, actReason);
      case "UNDO" -> cases.undo(account, restUntil, actReason);
      default -> cases.handOver(account, actReason);
    }
    Messages.done("payments", "dunning.case.changed.done");
    return again();
  }

  /** Keeps a remark. */
  public String keepNote() {
    cases.note(account, note);
    Messages.done("payments", "dunning.case.noted.done");
    return again();
  }

  private static String again() {
    return "/payments/dunning-case.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** The level that comes next; null behind the last, or without a case. */
  public DunningLevel getNext() {
    return policy == null || standing.level() >= policy.levels().size()
        ? null
        : policy.levels().get(standing.level());
  }

  public DunningStanding getStanding() {
    return standing;
  }

  public DunningPolicyCard getPolicy() {
    return policy;
  }

  public CustomerCard getCustomer() {
    return customer;
  }

  public List<DunningStepRow> getSteps() {
    return steps;
  }

  public List<DunningLetterRow> getWritten() {
    return written;
  }

  public long getAccount() {
    return account;
  }

  public void setAccount(long account) {
    this.account = account;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }

  public String getPauseReason() {
    return pauseReason;
  }

  public void setPauseReason(String pauseReason) {
    this.pauseReason = pauseReason;
  }

  public String getAct() {
    return act;
  }

  public void setAct(String act) {
    this.act = act;
  }

  public LocalDate getRestUntil() {
    return restUntil;
  }

  public void setRestUntil(LocalDate restUntil) {
    this.restUntil = restUntil;
  }

  public String getActReason() {
    return actReason;
  }

  public void setActReason(String actReason) {
    this.actReason = actReason;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
