package com.asta.warehouse.web;

import com.asta.common.web.PagedModel;
import com.asta.warehouse.service.ReceiptRow;
import com.asta.warehouse.service.ReceivingService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Receipts, the newest first. */
@Named
@ViewScoped
public class ReceiptListView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient ReceivingService receiving;

  private transient PagedModel<ReceiptRow> receipts;

  public PagedModel<ReceiptRow> getReceipts() {
    if (receipts == null) {
      receipts =
          new PagedModel<>((offset, limit) -> receiving.receipts(offset, limit), ReceiptRow::id);
    }
    return receipts;
  }
}
