/**
 * Doors of charging: tariffs, offline rating of usage with its totals, and online charging of
 * prepaid accounts.
 *
 * <p>Owns the schema {@code charging}. Calls customers and products. Publishes {@code
 * TariffPublished}, {@code UsageImported} and {@code ChargingAccountStatusChanged}; sends text
 * messages to the queue {@code asta.notification.sms}; listens to {@code SubscriptionActivated},
 * {@code SubscriptionChanged}, {@code SubscriptionResigned}, {@code SubscriptionBarred}, {@code
 * SubscriptionUnbarred} and those of many, {@code SubscriptionsBarred} and {@code
 * SubscriptionsUnbarred}, of products. Follows TS 32.296, TS 32.299, RFC 8506, TMF635 and TMF654.
 */
package com.asta.charging.service;
