package com.asta.customers.event;

import com.asta.common.event.Event;

/**
 * A customer was registered and an account opened for it.
 *
 * @param number the customer's number, such as {@code C-000123}
 */
public record CustomerRegistered(long customerId, long accountId, String number) implements Event {}
