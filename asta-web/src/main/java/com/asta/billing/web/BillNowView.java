package com.asta.billing.web;

import com.asta.billing.service.BillPreview;
import com.asta.billing.service.OnDemandBillService;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** Bills one account now: shows what the invoice would say, then makes it. */
@Named
@ViewScoped
public class BillNowView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient OnDemandBillService service;

  private final String requestKey = UUID.randomUUID().toString();
  private long id;
  private transient BillPreview preview;

  /** Makes the invoice and shows it. */
  public String bill() {
    long invoice = service.bill(requestKey, id);
    Messages.done("billing", "billNow.done");
    return "/billing/invoice.xhtml?faces-redirect=true&id=" + invoice;
  }

  /** What the invoice would say. */
  public BillPreview getPreview() {
    if (preview == null) {
      preview = service.preview(id);
    }
    return preview;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
