/**
 * Billing accounts, bill runs and manual charges. Bills and invoices have no entities: they are
 * written and read in bulk by plain JDBC.
 */
package com.asta.billing.model;
