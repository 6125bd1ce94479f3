package com.asta.products.rules;

/**
 * One difference between two versions of an offer.
 *
 * @param field what differs; a message key
 * @param subject the price or member that it concerns, empty for the version itself
 * @param before the older value, empty when there was none
 * @param after the newer value, empty when there is none any more
 */
public record VersionDifference(String field, String subject, String before, String after) {}
