/** Pages of billing: bill runs, bills, invoices, and the fragments other pages include. */
package com.asta.billing.web;
