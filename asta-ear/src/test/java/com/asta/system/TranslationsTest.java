package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.asta.common.Refusal;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever reads Polish and whoever reads English finds the same words in the same places. */
class TranslationsTest {
  private static final Path WEB = Path.of("..", "asta-web", "src", "main").normalize();
  private static final Pattern USE =
      Pattern.compile("#\\{[^}]*?\\b(text|[a-z]+Text)\\['([^']+)'\\](\\.concat)?");

  static Stream<String> subsystems() throws IOException {
    try (Stream<Path> folders = Files.list(WEB.resolve("resources/com/asta"))) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @Test
  void everySubsystemHasItsWords() throws IOException {
    assertFalse(subsystems().toList().size() < 9);
  }

  @ParameterizedTest
  @MethodSource("subsystems")
  void bothLanguagesHaveTheSameKeys(String subsystem) {
    assertEquals(
        new TreeSet<>(words(subsystem, "").stringPropertyNames()),
        new TreeSet<>(words(subsystem, "_pl").stringPropertyNames()));
  }

  @ParameterizedTest
  @MethodSource("subsystems")
  void everyMessageCanBeFormatted(String subsystem) {
    for (String language : List.of("", "_pl")) {
      Properties words = words(subsystem, language);
      for (String key : words.stringPropertyNames()) {
        String pattern = words.getProperty(key);
        if (pattern.contains("{0}")) {
          String text = new MessageFormat(pattern, Locale.ROOT).format(new Object[] {"X"});
          assertFalse(text.contains("{0}"), key + language + " has an apostrophe that hides {0}");
        }
      }
    }
  }

  @Test
  void everyKeyOnAPageExists() throws IOException {
    List<String> missing = new ArrayList<>();
    try (Stream<Path> files = Files.walk(WEB.resolve("webapp"))) {
      for (Path page : files.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
        var uses = USE.matcher(Files.readString(page));
        while (uses.find()) {
          boolean prefix = uses.group(3) != null;
          if (!prefix && !words(subsystemOf(uses.group(1)), "").containsKey(uses.group(2))) {
            missing.add(page.getFileName() + ": " + uses.group(1) + " " + uses.group(2));
          }
        }
      }
    }
    assertEquals(List.of(), missing, () -> String.join("\n", missing));
  }

  @Test
  void everyRefusalHasItsWords() {
    List<String> missing =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("com.asta")
                .stream()
                .filter(type -> type.isAssignableTo(Refusal.class))
                .filter(type -> !type.isEquivalentTo(Refusal.class))
                .flatMap(type -> missingReasons(type.reflect()))
                .toList();
    assertEquals(List.of(), missing, () -> String.join("\n", missing));
  }

  private static Stream<String> missingReasons(Class<?> refusal) {
    String subsystem = refusal.getPackageName().split("\\.")[2];
    Properties words = words(subsystem, "");
    return Arrays.stream(refusal.getDeclaredClasses())
        .filter(Class::isEnum)
        .flatMap(reasons -> Arrays.stream(reasons.getEnumConstants()))
        .map(reason -> "refusal." + ((Enum<?>) reason).name())
        .filter(key -> !words.containsKey(key))
        .map(key -> subsystem + ": " + key);
  }

  private static String subsystemOf(String variable) {
    return variable.equals("text") ? "common" : variable.replaceAll("Text$", "");
  }

  private static Properties words(String subsystem, String language) {
    Path file =
        WEB.resolve("resources/com/asta/" + subsystem + "/messages" + language + ".properties");
    Properties words = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      words.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
