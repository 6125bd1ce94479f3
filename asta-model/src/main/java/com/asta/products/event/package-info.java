/**
 * Facts that products publish on {@code asta.products.events}: orders placed, completed and
 * cancelled, subscriptions activated, changed, resigned, barred and unbarred, offers published.
 */
package com.asta.products.event;
