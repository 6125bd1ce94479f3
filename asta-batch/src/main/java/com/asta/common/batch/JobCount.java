package com.asta.common.batch;

/**
 * How far work is: records in all (null if unknown), done, and rejected. Done includes what was
 * rejected only if the job counts it so.
 */
public record JobCount(Long total, long done, long rejected) {
  /** Whole percent, 0 to 100; -1 if the total is unknown. */
  public int percent() {
    if (total == null) {
      return -1;
    }
    return total == 0 ? 100 : (int) Math.min(100, (done + rejected) * 100 / total);
  }
}
