package com.asta.charging.model;

/** A version is worked on until it is published; from then on nothing changes it. */
public enum TariffVersionStatus {
  DRAFT,
  PUBLISHED
}
