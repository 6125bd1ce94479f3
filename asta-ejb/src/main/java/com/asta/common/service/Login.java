package com.asta.common.service;

/**
 * A person who can sign in.
 *
 * @param name lower-case login name
 * @param customerId whose data a self-care login sees; null for staff
 * @param language {@code pl} or {@code en}
 */
public record Login(
    String name, String displayName, Long customerId, String language, boolean locked) {}
