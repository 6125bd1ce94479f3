package com.asta.charging.rules;

/** How tiers of a quantity price add up. */
public enum Tiering {
  /** Each tier prices the units that fall into it. */
  GRADUATED,
  /** The tier that the total reaches prices all units. */
  VOLUME,
  /** Every started block of the first tier's size costs its price. */
  BLOCK
}
