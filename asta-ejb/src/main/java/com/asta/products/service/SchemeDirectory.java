package com.asta.products.service;

import java.util.List;

/** The tariffs that usage prices may name; charging, which is downstream, implements it. */
public interface SchemeDirectory {
  /** Whether a tariff with this code is published. */
  boolean exists(String tariffCode);

  /** The published tariffs, by code. */
  List<SchemeName> schemes();
}
