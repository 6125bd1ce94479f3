package com.asta.payments.service;

import com.asta.common.service.OperatorProfile;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.model.PaymentAttempt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Attempts as orders for a provider. */
@ApplicationScoped
class ProviderOrders {
  private static final String THIS_MACHINE = "127.0.0.1";

  @Inject private CustomerService customers;
  @Inject private OperatorProfile operators;

  /** The order of an attempt; the secret is the BLIK code or the card's token, or null. */
  ProviderOrder of(PaymentAttempt attempt, String secret, boolean firstUse, String clientAddress) {
    return new ProviderOrder(
        attempt.getExternalId(),
        attempt.getTotal(),
        operators.operator().name() + ", " + customers.account(attempt.getAccountId()).number(),
        attempt.getChannel(),
        secret,
        firstUse,
        attempt.isRememberCard(),
        payer(attempt.getCustomerId(), attempt.getLanguage()),
        isAddress(clientAddress) ? clientAddress : THIS_MACHINE,
        "/self-care/payment.xhtml?id=" + attempt.getId());
  }

  ProviderOrder.Payer payer(long customerId, String language) {
    CustomerCard customer = customers.card(customerId);
    return new ProviderOrder.Payer(
        customerId,
        customer.displayName(),
        customer.email(),
        language == null ? customer.language() : language);
  }

  private static boolean isAddress(String told) {
    return told != null && told.length() <= 45 && told.matches("[0-9a-fA-F.:]+");
  }
}
