package com.asta.payments.web;

import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.service.AllocationRow;
import com.asta.payments.service.CashDesk;
import com.asta.payments.service.PaymentRow;
import com.asta.payments.service.PaymentService;
import com.asta.payments.service.ReceiptCard;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

/** One payment: what is known of it, what it settles, and how to undo that. */
@Named
@ViewScoped
public class PaymentView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PaymentService payments;
  @Inject private CashDesk desk;
  @Inject private CustomerService customers;
  @Inject private com.asta.common.web.WebUser user;

  private long id;
  private transient PaymentRow row;
  private transient CustomerCard customer;
  private transient ReceiptCard receipt;
  private transient List<AllocationRow> allocations;

  /** Loads the payment anew. */
  public void load() {
    row = payments.payment(id);
    allocations = payments.allocations(id);
    customer = row.customerId() == null ? null : customers.card(row.customerId());
    boolean maySeeReceipt = user.any("cashier billing admin");
    receipt = maySeeReceipt ? desk.receiptOf(id).orElse(null) : null;
  }

  /** Undoes one allocation. */
  public void release(long allocationId) {
    payments.release(allocationId);
    load();
  }

  /** Settles open items with what is left. */
  public void settle() {
    payments.settle(id, Set.of());
    load();
  }

  /** Takes the payment back from its customer; it returns to the workbench. */
  public String unassign() {
    payments.unassign(id);
    return "/payments/matching.xhtml?faces-redirect=true&id=" + id;
  }

  public PaymentRow getRow() {
    if (row == null) {
      load();
    }
    return row;
  }

  public CustomerCard getCustomer() {
    return customer;
  }

  public ReceiptCard getReceipt() {
    return receipt;
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
