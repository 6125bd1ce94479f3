package com.asta.charging.service;

/** What became of lines of usage; their sum is the number of lines. */
public record IntakeCounts(long rated, long duplicates, long rejected, long notChargeable) {
  public static final IntakeCounts NONE = new IntakeCounts(0, 0, 0, 0);

  public long lines() {
    return rated + duplicates + rejected + notChargeable;
  }

  /** Both together. */
  public IntakeCounts plus(IntakeCounts other) {
    return new IntakeCounts(
        rated + other.rated,
        duplicates + other.duplicates,
        rejected + other.rejected,
        notChargeable + other.notChargeable);
  }
}
