package com.asta.payments.web;

import com.asta.common.web.Messages;
import com.asta.payments.rules.CustomerClass;
import com.asta.payments.service.InterestRateRow;
import com.asta.payments.service.InterestService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The rates of interest for late payment. */
@Named
@ViewScoped
public class InterestRateListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private InterestService interest;

  private CustomerClass customerClass = CustomerClass.CONSUMER;
  private LocalDate from;
  private BigDecimal percent;
  private transient List<InterestRateRow> rates;

  /** Loads the rates. */
  public void load() {
    rates = interest.rates();
  }

  /** Adds a rate. */
  public String add() {
    interest.addRate(customerClass, from, percent);
    Messages.done("payments", "interest.added");
    return "/payments/interest-rate-list.xhtml?faces-redirect=true";
  }

  public List<InterestRateRow> getRates() {
    return rates;
  }

  public CustomerClass[] getClasses() {
    return CustomerClass.values();
  }

  public CustomerClass getCustomerClass() {
    return customerClass;
  }

  public void setCustomerClass(CustomerClass customerClass) {
    this.customerClass = customerClass;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }

  public BigDecimal getPercent() {
    return percent;
  }

  public void setPercent(BigDecimal percent) {
    this.percent = percent;
  }
}
