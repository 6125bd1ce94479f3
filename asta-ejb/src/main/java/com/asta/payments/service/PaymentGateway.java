package com.asta.payments.service;

import java.util.List;
import java.util.Optional;

/**
 * A payment provider. No method throws for what the network or the provider does: silence and
 * nonsense are answers that tell nothing. Orders and refunds carry our own number, which the
 * provider keeps unique, so the same one may be sent again without paying twice.
 */
public interface PaymentGateway {
  /** Its name in addresses and in the database, in capital letters. */
  String name();

  /** Whether it is set up here. */
  boolean isOpen();

  /** Places an order. */
  ProviderAnswer order(ProviderOrder order);

  /**
   * Asks what became of an order.
   *
   * @param providerId the provider's number; null if its answer to the order was lost
   */
  ProviderAnswer ask(ProviderOrder order, String providerId);

  /** Asks to give an order up that was not paid. */
  ProviderAnswer cancel(String providerId);

  /** Asks to give back a part of a paid order. */
  ProviderRefundAnswer refund(ProviderRefundOrder refund);

  /** Asks what became of a refund; one that never arrived is sent again. */
  ProviderRefundAnswer askRefund(ProviderRefundOrder refund);

  /**
   * Reads what the provider sends by itself.
   *
   * @param signature of the body, as the provider sent it; may be null
   * @return empty if the signature is wrong
   * @throws UnreadableNotice if the body is signed well but cannot be read
   */
  Optional<ProviderNotice> read(byte[] body, String signature) throws UnreadableNotice;

  /** The cards that a customer saved at the provider; empty if it does not answer. */
  List<ProviderCard> cards(ProviderOrder.Payer payer);

  /** Makes a card's token worthless; true if it is or was. */
  boolean forget(ProviderOrder.Payer payer, String token);

  /** A notification that is the provider's own, but not one of those we know. */
  class UnreadableNotice extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableNotice(String message) {
      super(message);
    }
  }
}
