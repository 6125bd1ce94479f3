package com.asta.charging.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** One rule that took part in a price; {@code code()} is its compact text, without semicolons. */
public sealed interface PricePart {
  /** The part as it is stored. */
  String code();

  /**
   * Units that an allowance paid for.
   *
   * @param granted first day of the earlier period whose grant rolled over; null for the running
   *     one
   */
  record Included(String allowance, long units, LocalDate granted) implements PricePart {
    /** Units of the running period's grant. */
    public Included(String allowance, long units) {
      this(allowance, units, null);
    }

    @Override
    public String code() {
      return "a:" + allowance + ":" + units + (granted == null ? "" : ":" + granted);
    }
  }

  /** Units that buckets of units paid for. */
  record Paid(long units) implements PricePart {
    @Override
    public String code() {
      return "u:" + units;
    }
  }

  /** The fee for the connection. */
  record Connected(BigDecimal fee) implements PricePart {
    @Override
    public String code() {
      return "c:" + fee.toPlainString();
    }
  }

  /**
   * Started increments of a step.
   *
   * @param from position in the event
   * @param increments how many were started
   * @param band code of the band of hours, or an empty text
   */
  record Stepped(
      long from, long increments, long increment, BigDecimal price, long per, String band)
      implements PricePart {
    @Override
    public String code() {
      return "s:"
          + from
          + ":"
          + increments
          + ":"
          + increment
          + ":"
          + price.toPlainString()
          + ":"
          + per
          + ":"
          + band;
    }

    /** Price of these increments. */
    public BigDecimal amount() {
      return new Step(0, price, per, increment).price(increments);
    }
  }

  /**
   * Units priced by the quantity of a period.
   *
   * @param counter code of the rate whose counter they were added to; empty in old records, where
   *     it is the charge code
   */
  record Tiered(Tiering method, long usedBefore, long units, BigDecimal amount, String counter)
      implements PricePart {
    @Override
    public String code() {
      String priced = "t:" + method + ":" + usedBefore + ":" + units + ":" + amount.toPlainString();
      return counter.isEmpty() ? priced : priced + ":" + counter;
    }
  }

  /**
   * Units after a threshold of fair use.
   *
   * @param from position in the event
   */
  record Beyond(
      String fairUse, long from, long increments, long increment, BigDecimal price, long per)
      implements PricePart {
    @Override
    public String code() {
      return "f:"
          + fairUse
          + ":"
          + from
          + ":"
          + increments
          + ":"
          + increment
          + ":"
          + price.toPlainString()
          + ":"
          + per;
    }

    /** Price of these increments. */
    public BigDecimal amount() {
      return new Step(0, price, per, increment).price(increments);
    }
  }

  /**
   * Percent off for what was used before.
   *
   * @param usedBefore the count that decided
   * @param amount what it took away, negative
   */
  record Discounted(String discount, BigDecimal percent, long usedBefore, BigDecimal amount)
      implements PricePart {
    @Override
    public String code() {
      return "d:"
          + discount
          + ":"
          + percent.toPlainString()
          + ":"
          + usedBefore
          + ":"
          + amount.toPlainString();
    }
  }

  /** The least price replaced a lower one. */
  record Raised(BigDecimal minimum) implements PricePart {
    @Override
    public String code() {
      return "n:" + minimum.toPlainString();
    }
  }

  /** The greatest price replaced a higher one. */
  record Capped(BigDecimal maximum) implements PricePart {
    @Override
    public String code() {
      return "x:" + maximum.toPlainString();
    }
  }

  /** What rounding added; negative when it took away. */
  record Rounded(int scale, RoundingMode mode, BigDecimal difference) implements PricePart {
    @Override
    public String code() {
      return "r:" + scale + ":" + mode + ":" + difference.toPlainString();
    }
  }

  /** Reads a part back; the counterpart of {@link #code()}. */
  static PricePart parse(String code) {
    String[] f = code.split(":", -1);
    return switch (f[0]) {
      case "a" ->
          new Included(f[1], Long.parseLong(f[2]), f.length > 3 ? LocalDate.parse(f[3]) : null);
      case "f" ->
          new Beyond(
              f[1],
              Long.parseLong(f[2]),
              Long.parseLong(f[3]),
              Long.parseLong(f[4]),
              new BigDecimal(f[5]),
              Long.parseLong(f[6]));
      case "d" ->
          new Discounted(f[1], new BigDecimal(f[2]), Long.parseLong(f[3]), new BigDecimal(f[4]));
      case "u" -> new Paid(Long.parseLong(f[1]));
      case "c" -> new Connected(new BigDecimal(f[1]));
      case "s" ->
          new Stepped(
              Long.parseLong(f[1]),
              Long.parseLong(f[2]),
              Long.parseLong(f[3]),
              new BigDecimal(f[4]),
              Long.parseLong(f[5]),
              f[6]);
      case "t" ->
          new Tiered(
              Tiering.valueOf(f[1]),
              Long.parseLong(f[2]),
              Long.parseLong(f[3]),
              new BigDecimal(f[4]),
              f.length > 5 ? f[5] : "");
      case "n" -> new Raised(new BigDecimal(f[1]));
      case "x" -> new Capped(new BigDecimal(f[1]));
      case "r" ->
          new Rounded(Integer.parseInt(f[1]), RoundingMode.valueOf(f[2]), new BigDecimal(f[3]));
      default -> throw new IllegalArgumentException("Unknown part of a price: " + code);
    };
  }
}
