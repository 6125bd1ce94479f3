package com.asta.payments.web;

import com.asta.common.web.PagedModel;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.service.PaymentQuery;
import com.asta.payments.service.PaymentRow;
import com.asta.payments.service.PaymentService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The list of payments; what it is narrowed to lives in the address. */
@Named
@ViewScoped
public class PaymentListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PaymentService payments;

  private String text;
  private PaymentRow.State state;
  private PaymentMethod method;
  private transient PagedModel<PaymentRow> rows;

  /** The rows, fetched page by page. */
  public PagedModel<PaymentRow> getRows() {
    if (rows == null) {
      PaymentQuery query = new PaymentQuery(text, null, state, method, null, null, null, null);
      rows =
          new PagedModel<>((offset, limit) -> payments.list(query, offset, limit), PaymentRow::id);
    }
    return rows;
  }

  /** Goes to the narrowed list by GET, so that it can be bookmarked and returned to. */
  public String narrow() {
    return "/payments/payment-list.xhtml?faces-redirect=true&includeViewParams=true";
  }

  public boolean isNarrowed() {
    return text != null || state != null || method != null;
  }

  public PaymentRow.State[] getStates() {
    return PaymentRow.State.values();
  }

  public PaymentMethod[] getMethods() {
    return PaymentMethod.values();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public PaymentRow.State getState() {
    return state;
  }

  public void setState(PaymentRow.State state) {
    this.state = state;
  }

  public PaymentMethod getMethod() {
    return method;
  }

  public void setMethod(PaymentMethod method) {
    this.method = method;
  }
}
