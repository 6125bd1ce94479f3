package com.asta.payments.web;

import com.asta.common.service.Operator;
import com.asta.common.service.OperatorProfile;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.service.AllocationRow;
import com.asta.payments.service.CashDesk;
import com.asta.payments.service.PaymentService;
import com.asta.payments.service.ReceiptCard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** A cash receipt to print. */
@Named
@RequestScoped
public class CashReceiptView {
  @Inject private CashDesk desk;
  @Inject private PaymentService payments;
  @Inject private CustomerService customers;
  @Inject private OperatorProfile operators;

  private long id;
  private ReceiptCard receipt;
  private CustomerCard customer;
  private Operator operator;
  private List<AllocationRow> allocations;

  public void load() {
    receipt = desk.receipt(id);
    customer = customers.card(receipt.customerId());
    operator = operators.operator();
    allocations = payments.allocations(receipt.paymentId());
  }

  public ReceiptCard getReceipt() {
    return receipt;
  }

  public CustomerCard getCustomer() {
    return customer;
  }

  public Operator getOperator() {
    return operator;
  }

  public List<AllocationRow> getAllocations() {
    return allocations;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
