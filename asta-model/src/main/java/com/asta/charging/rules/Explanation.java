package com.asta.charging.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * Why an event costs what it costs, compact enough to be kept with every charge record.
 *
 * @param zone code of the zone, or an empty text
 * @param prefix prefix that chose the zone, or an empty text
 */
public record Explanation(String zone, String prefix, List<PricePart> parts) {
  public Explanation {
    parts = List.copyOf(parts);
  }

  /** The stored text, such as {@code z:PL-MOBILE:4850;c:0.10;s:0:45:1:0.01:1:}. */
  public String encode() {
    StringBuilder text = new StringBuilder(64).append("z:").append(zone).append(':').append(prefix);
    for (PricePart part : parts) {
      text.append(';').append(part.code());
    }
    return text.toString();
  }

  /** Reads a stored text back. */
  public static Explanation parse(String text) {
    String[] codes = text.split(";");
    String[] head = codes[0].split(":", -1);
    if (head.length != 3 || !head[0].equals("z")) {
      throw new IllegalArgumentException("Not an explanation of a price: " + text);
    }
    List<PricePart> parts = new ArrayList<>(codes.length - 1);
    for (int i = 1; i < codes.length; i++) {
      parts.add(PricePart.parse(codes[i]));
    }
    return new Explanation(head[1], head[2], parts);
  }
}
