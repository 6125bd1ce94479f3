/** What customers publishes on the topic {@code asta.customers.events}. */
package com.asta.customers.event;
