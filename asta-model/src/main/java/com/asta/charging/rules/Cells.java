package com.asta.charging.rules;

import com.asta.charging.rules.SheetFault.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** Reads the cells of one form or row by their names, and notes those that are wrong. */
final class Cells {
  private static final int LONGEST_NAME = 120;

  private final Map<String, String> cells;
  private final List<SheetFault> faults;

  Cells(Map<String, String> cells, List<SheetFault> faults) {
    this.cells = cells;
    this.faults = faults;
  }

  String text(String name) {
    String text = cells.get(name);
    return text == null ? "" : text.strip();
  }

  void fault(String name, Problem problem) {
    faults.add(new SheetFault(1, name, problem, text(name)));
  }

  String code(String name) {
    String code = text(name).toUpperCase(Locale.ROOT);
    if (!Codes.sound(code)) {
      fault(name, code.isEmpty() ? Problem.MISSING : Problem.BAD_CODE);
    }
    return code;
  }

  String name(String name) {
    String text = text(name);
    if (text.length() > LONGEST_NAME) {
      fault(name, Problem.TOO_LONG);
    }
    return text.isEmpty() ? null : text;
  }

  /** Codes apart by commas or blanks; none for an empty text. */
  Set<String> codes(String name) {
    Set<String> codes = new TreeSet<>();
    for (String code : text(name).toUpperCase(Locale.ROOT).split("[\\s,;]+")) {
      if (!code.isEmpty()) {
        codes.add(code);
      }
    }
    if (!codes.stream().allMatch(Codes::sound)) {
      fault(name, Problem.BAD_CODE);
    }
    return codes;
  }

  <E extends Enum<E>> E choice(String name, E[] choices, E whenEmpty) {
    String text = text(name);
    for (E choice : choices) {
      if (choice.name().equalsIgnoreCase(text)) {
        return choice;
      }
    }
    if (!text.isEmpty()) {
      fault(name, Problem.UNKNOWN_METHOD);
    }
    return whenEmpty;
  }

  /** A positive quantity; 1 after noting a fault. */
  long quantity(String name, ServiceKind service) {
    OptionalLong quantity = UnitText.read(service, text(name));
    if (quantity.orElse(0) <= 0) {
      fault(name, text(name).isEmpty() ? Problem.MISSING : Problem.BAD_QUANTITY);
      return 1;
    }
    return quantity.getAsLong();
  }

  Integer count(String name, int most) {
    String text = text(name);
    if (text.isEmpty()) {
      return null;
    }
    try {
      int count = Integer.parseInt(text);
      if (count >= 0 && count <= most) {
        return count;
      }
    } catch (NumberFormatException e) {
      // Told as any other number that is none.
    }
    fault(name, Problem.BAD_QUANTITY);
    return null;
  }

  BigDecimal price(String name) {
    BigDecimal price = text(name).isEmpty() ? null : RateText.price(text(name));
    if (price == null && !text(name).isEmpty()) {
      fault(name, Problem.BAD_PRICE);
    }
    return price;
  }

  LocalDate date(String name) {
    try {
      return text(name).isEmpty() ? null : LocalDate.parse(text(name));
    } catch (DateTimeParseException e) {
      fault(name, Problem.BAD_DATE);
      return null;
    }
  }
}
