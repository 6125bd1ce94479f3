/** What may happen to a device in stock, and what a delivery must satisfy, as plain functions. */
package com.asta.warehouse.rules;
