package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every page keeps to, each rule learned from a page that broke. */
class PagesTest {
  private static final Path PAGES = Path.of("..", "asta-web", "src", "main", "webapp").normalize();
  private static final int LONGEST = 150;
  private static final Pattern REQUIRED_PARAMETER =
      Pattern.compile("<f:viewParam[^>]*required=\"true\"");

  @Test
  void thePagesAreFound() throws IOException {
    assertTrue(pages().size() > 50);
  }

  /** A post by {@code f:ajax} carries no CSP nonce once its form was drawn anew. */
  @Test
  void ajaxIsPrimeFacesOwn() throws IOException {
    assertEquals(List.of(), pagesWhere(page -> page.contains("<f:ajax")));
  }

  /** It fails validation from the second post of a view, and every later button does nothing. */
  @Test
  void noViewParameterIsRequired() throws IOException {
    assertEquals(List.of(), pagesWhere(page -> REQUIRED_PARAMETER.matcher(page).find()));
  }

  /** Otherwise every cell of a table is a tab stop, too small a target beside its own link. */
  @Test
  void tablesHaveNoCellNavigation() throws IOException {
    Pattern table = Pattern.compile("<p:dataTable (?![^>]*cellNavigation=\"false\")");
    assertEquals(List.of(), pagesWhere(page -> table.matcher(page).find()));
  }

  /** PrimeFaces drops it silently; through the passthrough namespace it reaches the page. */
  @Test
  void componentsCarryDataAttributesThrough() throws IOException {
    Pattern plain = Pattern.compile("<[ph]:\\w+(?:\\s+[\\w:.-]+\\s*=\\s*\"[^\"]*\")*?\\s+data-");
    assertEquals(List.of(), pagesWhere(page -> plain.matcher(page).find()));
  }

  @Test
  void aPageHasOneSubject() throws IOException {
    assertEquals(List.of(), pagesWhere(page -> page.lines().count() > LONGEST));
  }

  private static List<String> pagesWhere(Predicate<String> faulty) throws IOException {
    return pages().stream().filter(page -> faulty.test(read(page))).map(Path::toString).toList();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".xhtml")).sorted().toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
