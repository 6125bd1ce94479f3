package com.asta.charging.rules;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The attributes of a part of a tariff as texts by their names, whatever part it is. */
final class AttributeText {
  private static final Set<String> QUANTITIES =
      Set.of("units", "increment", "threshold", "from", "start", "per", "size");

  private final ServiceKind service;

  private AttributeText(ServiceKind service) {
    this.service = service;
  }

  /** The attributes but the code, which names the part. */
  static Map<String, String> of(Record part, ServiceKind service) {
    AttributeText texts = new AttributeText(service);
    Map<String, String> attributes = new LinkedHashMap<>();
    for (RecordComponent component : part.getClass().getRecordComponents()) {
      if (!component.getName().equals("code")) {
        attributes.put(component.getName(), texts.text(component, part));
      }
    }
    return attributes;
  }

  /** As {@link #of}, with the code. */
  static Map<String, String> coded(String code, Record part, ServiceKind service) {
    Map<String, String> attributes = of(part, service);
    attributes.put("code", code);
    return attributes;
  }

  private String text(RecordComponent component, Record part) {
    Object value = value(component, part);
    boolean quantity = QUANTITIES.contains(component.getName()) && value instanceof Long;
    return quantity && service != null ? UnitText.write(service, (Long) value) : text(value);
  }

  private String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    if (value instanceof Enum<?> choice) {
      return choice.name();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::text).collect(Collectors.joining(" | "));
    }
    if (value instanceof Collection<?> set) {
      return set.stream().map(this::text).sorted().collect(Collectors.joining(", "));
    }
    if (value instanceof Record part) {
      return of(part, service).values().stream()
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(" / "));
    }
    return value.toString();
  }

  private static Object value(RecordComponent component, Record part) {
    try {
      return component.getAccessor().invoke(part);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("Attribute " + component.getName() + " of " + part, e);
    }
  }
}
