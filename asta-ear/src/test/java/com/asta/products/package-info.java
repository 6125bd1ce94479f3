/** The catalogue, orders and subscriptions in the real server. */
package com.asta.products;
