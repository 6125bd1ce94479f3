/** Facts that charging publishes on the topic {@code asta.charging.events}. */
package com.asta.charging.event;
