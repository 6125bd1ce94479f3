/**
 * What payments listens to: invoices become receivables, credit notes take from them, new customers
 * get financial accounts.
 */
package com.asta.payments.messaging;
