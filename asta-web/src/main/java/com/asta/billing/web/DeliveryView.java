package com.asta.billing.web;

import com.asta.billing.service.DeliveryRow;
import com.asta.billing.service.DeliveryService;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** How an invoice reached its payer, and the button that sends it again. */
@Named
@ViewScoped
public class DeliveryView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient DeliveryService service;

  private long id;
  private Integer seen;
  private transient List<DeliveryRow> history;

  public List<DeliveryRow> getHistory() {
    if (history == null) {
      history = service.history(id);
      if (seen == null) {
        seen = history.isEmpty() ? 0 : history.get(0).attempt();
      }
    }
    return history;
  }

  /** Mails the invoice, once however often the button is pressed on this page. */
  public String mailAgain() {
    getHistory();
    boolean sent = service.mailAgain(id, seen);
    Messages.done("billing", sent ? "delivery.mailed" : "delivery.mailedBefore");
    return "/billing/invoice.xhtml?faces-redirect=true&id=" + id;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
