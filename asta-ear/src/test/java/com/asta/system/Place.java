package com.asta.system;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a class stands in the formula com.asta.SUBSYSTEM.ROLE; the values of com.asta.common have
 * the empty role. Every arrow that the design draws is in the two maps below.
 */
record Place(String subsystem, String role) {

  private static final Map<String, Set<String>> SUBSYSTEMS =
      Map.of(
          "common", Set.of(),
          "workflow", Set.of(),
          "customers", Set.of("workflow"),
          "products", Set.of("customers", "workflow"),
          "warehouse", Set.of("products", "workflow"),
          "marketing", Set.of("customers", "products"),
          "charging", Set.of("customers", "products"),
          "billing", Set.of("customers", "products", "charging"),
          "payments", Set.of("customers", "products", "billing", "workflow"));

  /** Which roles a role may use; besides these, its own and the values. */
  private static final Map<String, Set<String>> ROLES =
      Map.of(
          "", Set.of(),
          "rules", Set.of(),
          "event", Set.of("rules"),
          "model", Set.of("rules"),
          "service", Set.of("model", "rules", "event"),
          "messaging", Set.of("service", "rules", "event"),
          "batch", Set.of("service", "model", "rules", "event"),
          "web", Set.of("batch", "service", "model", "rules", "event"),
          "launcher", Set.of());

  private static final Set<String> VISIBLE_ACROSS = Set.of("service", "rules", "event");

  private static final Map<String, String> MODULES =
      Map.of(
          "", "asta-model",
          "rules", "asta-model",
          "event", "asta-model",
          "model", "asta-model",
          "service", "asta-ejb",
          "messaging", "asta-ejb",
          "batch", "asta-batch",
          "web", "asta-web",
          "launcher", "wildfly-config");

  private static final Pattern FORMULA = Pattern.compile("com\\.asta\\.([a-z]+)(?:\\.([a-z]+))?");

  /** The place of a package, or nothing when the formula has none for it. */
  static Optional<Place> of(String packageName) {
    Matcher matcher = FORMULA.matcher(packageName);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Place place = new Place(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
    boolean known = SUBSYSTEMS.containsKey(place.subsystem) && ROLES.containsKey(place.role);
    boolean ofCommonOnly = place.role.isEmpty() || place.role.equals("launcher");
    return known && (!ofCommonOnly || place.isCommon()) ? Optional.of(place) : Optional.empty();
  }

  /** The module the role belongs to. */
  String module() {
    return MODULES.get(role);
  }

  static List<String> subsystems() {
    return SUBSYSTEMS.keySet().stream().sorted().toList();
  }

  static Set<String> upstreamOf(String subsystem) {
    return SUBSYSTEMS.get(subsystem);
  }

  /** Whether a class here may know a class there. */
  boolean maySee(Place other) {
    boolean roleArrow =
        other.role.isEmpty() || role.equals(other.role) || ROLES.get(role).contains(other.role);
    if (!roleArrow) {
      return false;
    }
    if (subsystem.equals(other.subsystem) || other.isCommon()) {
      return true;
    }
    return upstreamOf(subsystem).contains(other.subsystem) && VISIBLE_ACROSS.contains(other.role);
  }

  private boolean isCommon() {
    return subsystem.equals("common");
  }
}
