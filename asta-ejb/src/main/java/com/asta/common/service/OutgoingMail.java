package com.asta.common.service;

/** A mail on its way to the mail server. */
public record OutgoingMail(
    long id, String uniqueKey, String recipient, String subject, String text, String html) {}
