package com.asta.customers.event;

import com.asta.common.event.Event;

/**
 * A customer no longer agrees to a use of personal data.
 *
 * @param purpose name of a {@code ConsentPurpose}
 */
public record ConsentWithdrawn(long customerId, String purpose) implements Event {}
