/**
 * Payments with dunning: owns financial accounts on an append-only double-entry ledger, open items,
 * payments and their allocations, attempts to pay through a payment provider, saved cards, bank
 * statements, cash receipts, dunning with its policies and letters, disputes, promises, instalment
 * plans, interest and bad debts. Publishes {@code PaymentReceived}, {@code PaymentAllocated} and,
 * of statements, {@code PaymentsReceived}; listens to {@code InvoicesIssued} and {@code
 * CreditNoteIssued} of billing; calls customers, products (bar, unbar) and billing (fees, interest,
 * credit notes). Follows TMF676 Payment, TMF666 Account, ISO 20022 camt.053 and camt.054, SWIFT
 * MT940 and Elixir-0.
 */
package com.asta.payments.service;
