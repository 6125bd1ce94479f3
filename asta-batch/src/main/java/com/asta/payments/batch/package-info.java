/**
 * The batch jobs {@code payments-statement-import} (a bank statement from file to settled debts)
 * and {@code payments-dunning} (overdue accounts up the ladder), {@code payments-auto-pay} (saved
 * cards on due days) and the janitor of the payment provider.
 */
package com.asta.payments.batch;
