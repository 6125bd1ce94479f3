package com.asta.billing.service;

import jakarta.enterprise.context.ApplicationScoped;

/** Sets an invoice as a PDF. */
@ApplicationScoped
class InvoicePdf {
  byte[] render(InvoiceDocument invoice, String language) {
    throw new UnsupportedOperationException(invoice.head().number() + " in " + language);
  }
}
