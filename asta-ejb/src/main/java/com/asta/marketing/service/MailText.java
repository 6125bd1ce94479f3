package com.asta.marketing.service;

/** A mail as one recipient reads it. */
public record MailText(String subject, String text, String html) {}
