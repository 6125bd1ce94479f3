/**
 * The three jobs of a bill run: trial, invoices, delivery, partitioned by shard. What is left to do
 * is read from the state of the accounts, so a job that is started again goes on where the last one
 * stopped.
 */
package com.asta.billing.batch;
