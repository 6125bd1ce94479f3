package com.asta.marketing.model;

/** Where a campaign stands. */
public enum CampaignStatus {
  DRAFT,
  SENDING,
  SENT
}
