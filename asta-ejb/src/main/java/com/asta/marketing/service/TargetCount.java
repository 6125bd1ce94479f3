package com.asta.marketing.service;

/**
 * How many customers criteria mean today.
 *
 * @param matching customers who fit
 * @param mailable of those, who agreed to marketing by e-mail
 */
public record TargetCount(long matching, long mailable) {}
