/** What payments listens to: invoices become receivables, new customers get financial accounts. */
package com.asta.payments.messaging;
