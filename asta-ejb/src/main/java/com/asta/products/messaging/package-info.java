/** Receives the command to activate an order, and the news that its process was given up. */
package com.asta.products.messaging;
