/** Pages of the catalogue, the order wizard, orders and subscriptions; self-care's services. */
package com.asta.products.web;
