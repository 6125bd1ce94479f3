/**
 * What billing hears from upstream: a subscription began, so its account is billed from then on;
 * one ended, so its account may need a final bill; usage was rated again, so months that bills no
 * longer look at are charged or credited. It hears its own invoices, too: charging, which is
 * upstream and cannot listen to billing, is called to release the credit that they took.
 */
package com.asta.billing.messaging;
