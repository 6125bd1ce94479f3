package com.asta.charging.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The columns of a rate table, on the screen and in a file. */
public enum RateColumn {
  /** Charge code under which usage is totalled and billed. */
  CHARGE,
  SERVICE,
  /** Code of the zone; nothing means anywhere. */
  ZONE,
  /** Code of the hours; nothing means outside all hours with a rate of their own. */
  HOURS,
  NAME_EN,
  NAME_PL,
  CONNECT_FEE,
  /** Net price of {@link #PER} units. */
  PRICE,
  PER,
  /** Units charged together. */
  INCREMENT,
  /** Steps after the first: {@code 3 min: 0.19 / 1 min / 1 s | …}. */
  MORE_STEPS,
  TIER_METHOD,
  TIER_PERIOD,
  /** Tiers: {@code 100 min: 0.004 | …}. */
  TIERS,
  MINIMUM,
  MAXIMUM,
  VAT;

  private final String title = name().toLowerCase(Locale.ROOT);

  /** Its name in the header of a file. */
  public String title() {
    return title;
  }

  static List<String> titles() {
    return Arrays.stream(values()).map(RateColumn::title).toList();
  }
}
