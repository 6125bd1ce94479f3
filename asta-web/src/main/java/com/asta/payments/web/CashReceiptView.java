package com.asta.payments.web;

import com.asta.common.service.Operator;
import com.asta.common.service.OperatorProfile;
import com.asta.common.web.Messages;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.service.AllocationRow;
import com.asta.payments.service.CashDesk;
import com.asta.payments.service.CashShiftService;
import com.asta.payments.service.PaymentService;
import com.asta.payments.service.ReceiptCard;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** A cash receipt to print. */
@Named
@ViewScoped
public class CashReceiptView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private CashDesk desk;
  @Inject private PaymentService payments;
  @Inject private CustomerService customers;
  @Inject private OperatorProfile operators;
  @Inject private CashShiftService shifts;

  private long id;
  private String reason;
  private boolean cancellable;
  private transient ReceiptCard receipt;
  private transient CustomerCard customer;
  private transient Operator operator;
  private transient List<AllocationRow> allocations;

  public void load() {
    receipt = desk.receipt(id);
    customer = customers.card(receipt.customerId());
    operator = operators.operator();
    allocations = payments.allocations(receipt.paymentId());
    cancellable =
        !receipt.cancelled()
            && shifts
                .mine()
                .filter(mine -> Long.valueOf(mine.id()).equals(receipt.shiftId()))
                .isPresent();
  }

  /** Cancels the receipt within its shift. */
  public String cancel() {
    desk.cancel(id, reason);
    Messages.done("payments", "receipt.cancel.done", receipt.number());
    return "/payments/cash-receipt.xhtml?faces-redirect=true&id=" + id;
  }

  /** Whether it is a receipt of the caller's open shift. */
  public boolean isCancellable() {
    return cancellable;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
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
