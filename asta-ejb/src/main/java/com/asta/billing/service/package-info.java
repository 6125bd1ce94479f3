/**
 * Billing (TMF678 Customer Bill): bill cycles, bill runs, invoices.
 *
 * <p>Owns billing accounts, the policy, VAT rates, bill runs with their drafts, invoices and their
 * numbers, manual charges. Publishes {@code InvoiceIssued}. Listens to {@code
 * SubscriptionActivated} of products, which opens a billing account. Calls customers, products and
 * charging. A bill is calculated from what earlier bills left open; a draft has no number; an
 * invoice never changes.
 */
package com.asta.billing.service;
