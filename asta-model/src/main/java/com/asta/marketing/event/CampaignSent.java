package com.asta.marketing.event;

import com.asta.common.event.Event;

/**
 * Every recipient of a campaign was decided.
 *
 * @param mailed recipients for whom a mail was queued
 * @param skipped recipients left out, each with a reason
 */
public record CampaignSent(long campaignId, String name, long mailed, long skipped)
    implements Event {}
