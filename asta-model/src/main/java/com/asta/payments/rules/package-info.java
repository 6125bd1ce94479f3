/**
 * The pure decisions of payments: what is posted, which debts a payment settles, whom a bank line
 * belongs to, what a statement file says, when dunning moves on. No clock, no database, no server.
 */
package com.asta.payments.rules;
