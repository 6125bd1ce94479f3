/** Customers in the real server: services, pages and bad input. */
package com.asta.customers;
