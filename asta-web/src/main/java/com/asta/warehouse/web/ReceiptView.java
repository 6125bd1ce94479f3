package com.asta.warehouse.web;

import com.asta.warehouse.service.ReceiptCard;
import com.asta.warehouse.service.ReceivingService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One receipt with what was taken and what was not. */
@Named
@RequestScoped
public class ReceiptView {
  @Inject private ReceivingService receiving;

  private long id;
  private ReceiptCard card;

  /** View action. */
  public void open() {
    card = receiving.receipt(id);
  }

  /** Null if there is no such receipt. */
  public ReceiptCard getCard() {
    return card;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
