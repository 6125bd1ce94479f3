/**
 * What billing hears from upstream: a subscription began, so its account is billed from then on.
 */
package com.asta.billing.messaging;
