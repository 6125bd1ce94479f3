/**
 * Pure rating and balance control: plain values in, the price with its explanation out.
 *
 * <p>Owns the shape of a tariff ({@link com.asta.charging.rules.TariffContent}), the rater and the
 * decisions on a prepaid balance. Knows no clock, no database and no container. Follows TS 32.296
 * (online charging system), TS 32.299 (charging information) and TMF635 (usage) for its terms.
 */
package com.asta.charging.rules;
