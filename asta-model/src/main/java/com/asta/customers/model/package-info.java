/** Customers, their accounts, addresses, consents and interactions as they are stored. */
package com.asta.customers.model;
