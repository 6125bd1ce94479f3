/** Facts that billing publishes on the topic {@code asta.billing.events}. */
package com.asta.billing.event;
