package com.asta.charging.web;

/** The tables of a tariff that go into files and come back from them. */
public enum TariffTable {
  RATES,
  ZONES
}
