package com.asta.payments.web;

import com.asta.common.web.Messages;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.service.AttemptRow;
import com.asta.payments.service.NoticeRow;
import com.asta.payments.service.PaymentAttemptService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** One attempt to pay through the provider. */
@Named
@ViewScoped
public class AttemptView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PaymentAttemptService attempts;
  @Inject private CustomerService customers;

  private long id;
  private transient AttemptRow row;
  private transient CustomerCard customer;
  private transient List<NoticeRow> notices;

  /** Loads the attempt anew. */
  public void load() {
    row = attempts.attempt(id);
    customer = customers.card(row.customerId());
    notices = attempts.notices(id);
  }

  /** Asks the provider at once. */
  public void ask() {
    row = attempts.askNow(id);
    Messages.done("payments", "attempt.asked");
  }

  /** Gives the attempt up, if nothing was paid. */
  public void cancel() {
    row = attempts.cancel(id);
    Messages.done("payments", "attempt.asked");
  }

  public AttemptRow getRow() {
    if (row == null) {
      load();
    }
    return row;
  }

  public CustomerCard getCustomer() {
    return customer;
  }

  public List<NoticeRow> getNotices() {
    return notices;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
