/**
 * What billing hears from upstream: a subscription began, so its account is billed from then on;
 * usage was rated again, so months that bills no longer look at are charged or credited.
 */
package com.asta.billing.messaging;
