/**
 * What billing hears from upstream: a subscription began, so its account is billed from then on;
 * one ended, so its account may need a final bill; usage was rated again, so months that bills no
 * longer look at are charged or credited.
 */
package com.asta.billing.messaging;
