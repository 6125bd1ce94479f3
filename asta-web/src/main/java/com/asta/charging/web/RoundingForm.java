package com.asta.charging.web;

import com.asta.charging.rules.Rounding;
import java.io.Serializable;
import java.math.RoundingMode;
import java.util.List;

/** How a tariff rounds, while it is being entered. */
public class RoundingForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final List<RoundingMode> MODES =
      List.of(
          RoundingMode.HALF_UP,
          RoundingMode.HALF_EVEN,
          RoundingMode.HALF_DOWN,
          RoundingMode.UP,
          RoundingMode.DOWN);

  private Rounding.Level level;
  private int scale;
  private RoundingMode mode;

  RoundingForm(Rounding rounding) {
    this.level = rounding.level();
    this.scale = rounding.scale();
    this.mode = rounding.mode();
  }

  Rounding rounding() {
    return new Rounding(scale, mode, level);
  }

  public Rounding.Level[] getLevels() {
    return Rounding.Level.values();
  }

  public List<RoundingMode> getModes() {
    return MODES;
  }

  public Rounding.Level getLevel() {
    return level;
  }

  public void setLevel(Rounding.Level level) {
    this.level = level;
  }

  public int getScale() {
    return scale;
  }

  public void setScale(int scale) {
    this.scale = scale;
  }

  public RoundingMode getMode() {
    return mode;
  }

  public void setMode(RoundingMode mode) {
    this.mode = mode;
  }
}
