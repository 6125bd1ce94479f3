/**
 * Billing (TMF678 Customer Bill): bill cycles, bill runs, invoices.
 *
 * <p>Owns billing accounts, the policy, tax rules, bill runs with their drafts, invoices and credit
 * notes with their numbers, corrections, manual charges. Publishes {@code InvoicesIssued} and
 * {@code CreditNoteIssued}. Listens to {@code SubscriptionActivated} of products, which opens a
 * billing account, to {@code SubscriptionResigned}, which calls for a final bill, and to its own
 * {@code InvoicesIssued}, after which charging releases the credit that was billed. Calls
 * customers, products and charging. A bill is calculated from what earlier bills left open; a draft
 * has no number; an invoice never changes: a credit note takes back what was wrong. Follows EN
 * 16931 (UBL 2.1) and ISO 19005-3 (PDF/A-3).
 */
package com.asta.billing.service;
