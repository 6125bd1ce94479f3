package com.asta.charging.service;

/**
 * A text message for the SMS gateway behind the queue {@code asta.notification.sms}.
 *
 * @param key names the message; one with the same key is sent once
 * @param to number, E.164 with plus
 * @param language {@code pl} or {@code en}
 */
public record SmsMessage(String key, String to, String text, String language) {}
