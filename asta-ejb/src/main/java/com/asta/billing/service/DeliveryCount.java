package com.asta.billing.service;

import com.asta.billing.rules.BillDelivery;

/**
 * How many documents of a run took a way.
 *
 * @param detours of them, those whose account says another way
 * @param sent of mails, those the mail server took
 * @param troubled of mails, those that did not arrive or perhaps did not
 */
public record DeliveryCount(
    BillDelivery channel, long documents, long detours, long sent, long troubled) {}
