package com.asta.payments.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.Optional;

/** The payment providers that are set up; a real one goes before the demo's. */
@ApplicationScoped
class Gateways {
  @Inject @Any private Instance<PaymentGateway> all;

  /** The one new attempts go to; empty if there is none. */
  Optional<PaymentGateway> open() {
    return all.stream()
        .filter(PaymentGateway::isOpen)
        .min(Comparator.comparing(gateway -> gateway.name().equals(DemoGateway.NAME)));
  }

  /** The one of a name if it is set up. */
  Optional<PaymentGateway> named(String name) {
    return all.stream()
        .filter(gateway -> gateway.isOpen() && gateway.name().equals(name))
        .findFirst();
  }
}
