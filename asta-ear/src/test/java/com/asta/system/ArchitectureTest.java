package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.inject.Named;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("com.asta");

  private static final Pattern IMPURE_PACKAGE =
      Pattern.compile("(jakarta|java\\.sql|javax\\.sql|org\\.eclipse\\.persistence)\\b.*");
  private static final Set<String> CLOCKS =
      Set.of("java.time.Clock", "java.time.InstantSource", "java.util.Date", "java.util.Calendar");

  @ParameterizedTest
  @ValueSource(strings = {"asta-model", "asta-ejb", "asta-web"})
  void theImportIsNotEmpty(String module) {
    assertTrue(CLASSES.stream().anyMatch(type -> isIn(type, module)), module);
  }

  @Test
  void everyClassStandsWhereTheFormulaPutsIt() {
    List<String> faults =
        CLASSES.stream()
            .filter(type -> Place.of(type.getPackageName()).isEmpty())
            .map(type -> type.getName() + " is not in com.asta.SUBSYSTEM.ROLE")
            .toList();

    assertNone(faults);
  }

  @Test
  void theRoleDecidesTheModule() {
    List<String> faults =
        CLASSES.stream()
            .filter(type -> Place.of(type.getPackageName()).isPresent())
            .filter(type -> !isIn(type, place(type).module()))
            .map(type -> type.getName() + " is not in " + place(type).module())
            .toList();

    assertNone(faults);
  }

  @Test
  void everyDependencyFollowsAnArrow() {
    List<String> faults =
        CLASSES.stream()
            .filter(type -> Place.of(type.getPackageName()).isPresent())
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(found -> Place.of(found.getTargetClass().getPackageName()).isPresent())
            .filter(found -> !place(found.getOriginClass()).maySee(place(found.getTargetClass())))
            .map(found -> found.getDescription())
            .sorted()
            .toList();

    assertNone(faults);
  }

  @Test
  void rulesArePure() {
    List<String> faults =
        CLASSES.stream()
            .filter(ArchitectureTest::isRule)
            .flatMap(type -> Stream.concat(impureTypes(type), readingsOfTime(type)))
            .sorted()
            .toList();

    assertNone(faults);
  }

  @Test
  void enterpriseBeansHaveNamesOfTheirOwn() {
    assertNone(
        repeated(List.of(Stateless.class, Stateful.class, Singleton.class, MessageDriven.class)));
  }

  /** The broker calls without a role; a bean that does not say so gets no message at all. */
  @Test
  void theBrokerMayCallEveryMessageDrivenBean() {
    List<String> faults =
        CLASSES.stream()
            .filter(type -> type.isAnnotatedWith(MessageDriven.class))
            .filter(type -> !type.isAnnotatedWith(PermitAll.class))
            .map(type -> type.getName() + " lacks @PermitAll")
            .toList();

    assertNone(faults);
  }

  @Test
  void pagesSeeOneBeanByAName() {
    assertNone(repeated(List.of(Named.class)));
  }

  @Test
  void noSubsystemIsUpstreamOfItself() {
    for (String subsystem : Place.subsystems()) {
      assertFalse(reaches(subsystem, subsystem), subsystem);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "billing.service,   charging.service,  true",
    "billing.service,   charging.model,    false",
    "billing.rules,     charging.rules,    true",
    "billing.rules,     billing.model,     false",
    "billing.rules,     common,            true",
    "billing.rules,     common.service,    false",
    "billing.web,       billing.model,     true",
    "billing.web,       customers.model,   false",
    "billing.web,       customers.web,     false",
    "billing.messaging, charging.event,    true",
    "billing.messaging, billing.web,       false",
    "charging.service,  billing.service,   false",
    "charging.service,  workflow.service,  false",
    "customers.service, workflow.service,  true",
    "customers.service, customers.web,     false",
    "common.service,    customers.service, false",
    "payments.batch,    payments.service,  true",
    "payments.service,  payments.batch,    false"
  })
  void theArrowsAreTheDesigns(String from, String to, boolean allowed) {
    Place origin = Place.of("com.asta." + from).orElseThrow();
    Place target = Place.of("com.asta." + to).orElseThrow();

    assertEquals(allowed, origin.maySee(target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.asta.billing",
        "com.asta.billing.util",
        "com.asta.sales.service",
        "com.asta",
        "com.asta.billing.service.impl",
        "com.asta.billing.launcher"
      })
  void noOtherPackageHasAPlace(String packageName) {
    assertTrue(Place.of(packageName).isEmpty());
  }

  private static Stream<String> impureTypes(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .filter(
            found ->
                IMPURE_PACKAGE.matcher(found.getTargetClass().getPackageName()).matches()
                    || CLOCKS.contains(found.getTargetClass().getName()))
        .map(found -> found.getDescription());
  }

  private static Stream<String> readingsOfTime(JavaClass type) {
    return Stream.concat(
            type.getMethodCallsFromSelf().stream(), type.getMethodReferencesFromSelf().stream())
        .filter(
            call -> {
              String owner = call.getTargetOwner().getName();
              String method = call.getTarget().getName();
              return owner.startsWith("java.time.") && method.equals("now")
                  || owner.equals("java.lang.System")
                      && Set.of("currentTimeMillis", "nanoTime").contains(method);
            })
        .map(call -> call.getDescription());
  }

  /** The server refuses two of one name, whatever their packages. */
  private static List<String> repeated(List<Class<? extends Annotation>> kinds) {
    Map<String, List<String>> byName = new TreeMap<>();
    for (Class<? extends Annotation> kind : kinds) {
      for (JavaClass type : CLASSES) {
        type.tryGetAnnotationOfType(kind.getName())
            .map(annotation -> beanName(type, annotation))
            .ifPresent(
                name -> byName.computeIfAbsent(name, any -> new ArrayList<>()).add(type.getName()));
      }
    }
    return byName.values().stream()
        .filter(types -> types.size() > 1)
        .map(types -> "one name for " + types)
        .toList();
  }

  private static String beanName(JavaClass type, JavaAnnotation<?> annotation) {
    return Stream.of("name", "value")
        .flatMap(property -> annotation.get(property).stream())
        .map(String::valueOf)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse(type.getSimpleName());
  }

  private static boolean isRule(JavaClass type) {
    return Place.of(type.getPackageName())
        .filter(place -> place.role().equals("rules"))
        .isPresent();
  }

  private static boolean reaches(String from, String to) {
    return Place.upstreamOf(from).stream().anyMatch(next -> next.equals(to) || reaches(next, to));
  }

  private static Place place(JavaClass type) {
    return Place.of(type.getPackageName()).orElseThrow();
  }

  /** A class comes from a module's classes folder or from its jar. */
  private static boolean isIn(JavaClass type, String module) {
    String source = type.getSource().orElseThrow().getUri().toString();
    return source.contains("/" + module + "/target/");
  }

  private static void assertNone(List<String> faults) {
    assertEquals(List.of(), faults, () -> String.join("\n", faults));
  }
}
