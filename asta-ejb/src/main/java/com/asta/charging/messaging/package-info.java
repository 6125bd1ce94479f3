/**
 * The doors of charging for messages: the queue {@code asta.charging.request} for networks, pumped
 * in batches and described by {@code docs/asyncapi.yaml}, and facts about prepaid subscriptions
 * from the topic of products.
 */
package com.asta.charging.messaging;
