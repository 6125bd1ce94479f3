package com.asta.charging.service;

import java.time.LocalDate;

/**
 * Which sessions.
 *
 * @param state null for any
 * @param number how the subscription's number begins; null or blank for any
 * @param day when it began, in the operator's zone; null for any day, of open ones only
 */
public record SessionQuery(SessionState state, String number, LocalDate day) {}
