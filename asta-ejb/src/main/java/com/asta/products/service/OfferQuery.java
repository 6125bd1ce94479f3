package com.asta.products.service;

import com.asta.products.rules.OfferStatus;

/**
 * Which offers a list shows.
 *
 * @param text part of the code or of a name, or null
 * @param status the status today, or null for all
 */
public record OfferQuery(String text, OfferStatus status) {}
