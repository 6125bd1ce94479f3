package com.asta.charging.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Quantities as people write them: {@code 1 min}, {@code 90 s}, {@code 1.5 GB}, {@code 3}.
 *
 * <p>A bare number counts the unit of the service. What is written reads back as the same quantity.
 */
public final class UnitText {
  private record Unit(String name, long size, List<String> alsoWritten) {
    boolean isCalled(String text) {
      return name.equalsIgnoreCase(text) || alsoWritten.contains(text.toLowerCase(Locale.ROOT));
    }
  }

  private static final List<Unit> TIME =
      List.of(
          new Unit("h", 3600, List.of("hour", "hours", "godz", "godz.")),
          new Unit("min", 60, List.of("m", "min.", "minute", "minutes", "minut")),
          new Unit("s", 1, List.of("sec", "sec.", "sek", "sek.", "second", "seconds", "sekund")));
  private static final List<Unit> VOLUME =
      List.of(
          new Unit("GB", 1L << 30, List.of("gib")),
          new Unit("MB", 1L << 20, List.of("mib")),
          new Unit("kB", 1L << 10, List.of("kib", "k")),
          new Unit("B", 1, List.of("octet", "octets", "byte", "bytes")));
  private static final List<Unit> PIECES =
      List.of(new Unit("", 1, List.of("sms", "msg", "unit", "units", "szt", "szt.")));

  private static final Pattern WRITTEN =
      Pattern.compile("([0-9][0-9 \u00a0\u202f]*(?:[.,][0-9]+)?) *([\\p{L}.]*)");
  private static final int LONGEST = 40;

  private UnitText() {}

  /** The quantity in the greatest unit that divides it. */
  public static String write(ServiceKind service, long quantity) {
    for (Unit unit : units(service)) {
      if (quantity % unit.size() == 0 && (quantity != 0 || unit.size() == 1)) {
        return (quantity / unit.size() + " " + unit.name()).strip();
      }
    }
    throw new IllegalStateException("No unit of " + service + " divides " + quantity);
  }

  /** The quantity in the unit of the service; empty when the text says none, or a broken one. */
  public static OptionalLong read(ServiceKind service, String text) {
    if (text == null || text.length() > LONGEST) {
      return OptionalLong.empty();
    }
    Matcher written = WRITTEN.matcher(text.strip());
    if (!written.matches()) {
      return OptionalLong.empty();
    }
    String number = written.group(1).replaceAll("[ \u00a0\u202f]", "").replace(',', '.');
    String name = written.group(2);
    return units(service).stream()
        .filter(unit -> name.isEmpty() ? unit.size() == 1 : unit.isCalled(name))
        .findFirst()
        .map(unit -> whole(new BigDecimal(number).multiply(BigDecimal.valueOf(unit.size()))))
        .orElse(OptionalLong.empty());
  }

  /** Names of the units that {@link #read} knows for a service, the smallest first. */
  public static List<String> names(ServiceKind service) {
    List<Unit> units = units(service);
    return java.util.stream.IntStream.range(0, units.size())
        .mapToObj(i -> units.get(units.size() - 1 - i).name())
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static OptionalLong whole(BigDecimal quantity) {
    try {
      return OptionalLong.of(quantity.longValueExact());
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  private static List<Unit> units(ServiceKind service) {
    if (service == ServiceKind.VOICE) {
      return TIME;
    }
    return service == ServiceKind.DATA ? VOLUME : PIECES;
  }
}
