/**
 * The batch jobs {@code payments-statement-import} (a bank statement from file to settled debts)
 * and {@code payments-dunning} (overdue accounts up the ladder).
 */
package com.asta.payments.batch;
