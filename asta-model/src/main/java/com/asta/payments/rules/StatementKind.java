package com.asta.payments.rules;

import com.asta.payments.rules.StatementFault.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a file is to be read, told by its content alone, whatever its name.
 *
 * @param charset of the text; XML says its own
 * @param mapping of a CSV, else null
 */
public record StatementKind(StatementFormat format, Charset charset, CsvMapping mapping) {
  private static final int HEAD = 8_192;

  /** The byte order mark of UTF-8, as Latin letters. */
  private static final String MARK = "\u00EF\u00BB\u00BF";

  private static final Pattern SWIFT = Pattern.compile("(?m)^(\\{4:)?:20:");

  /**
   * Looks at a file.
   *
   * @param mappings the tables that are known
   * @throws StatementFault UNKNOWN_FORMAT, NO_MAPPING for a table nobody has mapped yet
   */
  public static StatementKind of(InputStream in, Collection<CsvMapping> mappings) {
    byte[] head;
    Charset charset;
    try {
      head = in.readNBytes(HEAD);
      charset = isXml(head) ? StandardCharsets.UTF_8 : Charsets.of(head, in);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    String text = new String(head, charset).replace("\uFEFF", "");
    String start = text.stripLeading();
    if (start.startsWith("<")) {
      boolean notification = text.contains("BkToCstmrDbtCdtNtfctn");
      return new StatementKind(
          notification ? StatementFormat.CAMT054 : StatementFormat.CAMT053, charset, null);
    }
    if (SWIFT.matcher(text.replace("\r", "")).find()) {
      return new StatementKind(StatementFormat.MT940, charset, null);
    }
    List<String> lines = text.lines().limit(50).toList();
    if (lines.stream()
        .filter(line -> !line.isBlank())
        .findFirst()
        .filter(Elixir0::is)
        .isPresent()) {
      return new StatementKind(StatementFormat.ELIXIR0, charset, null);
    }
    return table(lines, mappings, charset);
  }

  /** XML says its own encoding: it need not be told from all the bytes, if these are octets. */
  private static boolean isXml(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    return (start.startsWith(MARK) ? start.substring(MARK.length()) : start)
        .stripLeading()
        .startsWith("<");
  }

  /**
   * The first lines of a text as they would be read.
   *
   * @param in the file, read to its end to tell the encoding
   * @param again the same file from its beginning
   */
  public static List<String> head(InputStream in, InputStream again, int lines) throws IOException {
    Charset charset = Charsets.of(in.readNBytes(HEAD), in);
    byte[] head = again.readNBytes(HEAD);
    List<String> all = new String(head, charset).replace("\uFEFF", "").lines().toList();
    int whole = head.length == HEAD && all.size() > 1 ? all.size() - 1 : all.size();
    return all.subList(0, Math.min(lines, whole));
  }

  private static StatementKind table(
      List<String> lines, Collection<CsvMapping> mappings, Charset charset) {
    for (String line : lines) {
      Optional<CsvMapping> fitting = mappings.stream().filter(each -> each.fits(line)).findFirst();
      if (fitting.isPresent()) {
        return new StatementKind(StatementFormat.CSV, charset, fitting.get());
      }
    }
    boolean table =
        lines.stream()
            .anyMatch(line -> CsvMapping.columns(line, CsvMapping.separatorOf(line)).size() > 2);
    throw new StatementFault(
        table ? Reason.NO_MAPPING : Reason.UNKNOWN_FORMAT,
        Texts.shortened(lines.isEmpty() ? "" : lines.get(0)));
  }

  /** Begins to read the file from its beginning; the caller closes. */
  public StatementSource open(InputStream in, StatementContext context) {
    return switch (format) {
      case CAMT053, CAMT054 -> Camt.open(in, context.own());
      case MT940 -> Mt940.open(reader(in), context);
      case ELIXIR0 -> Elixir0.open(reader(in), context);
      case CSV -> MappedCsv.open(reader(in), mapping, context);
    };
  }

  /**
   * As {@link #open} for {@link StatementCheck}, which asks for days, directions and amounts only:
   * a large file is read twice, and the first time need not tell more.
   */
  public StatementSource openSums(InputStream in, StatementContext context) {
    return switch (format) {
      case CAMT053, CAMT054 -> Camt.openSums(in, context.own());
      default -> open(in, context);
    };
  }

  private Reader reader(InputStream in) {
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  /** Guesses the encoding of a Polish text from all of its bytes. */
  static final class Charsets {
    private static final Charset WINDOWS = Charset.forName("windows-1250");
    private static final Charset LATIN2 = Charset.forName("ISO-8859-2");
    private static final Charset DOS = Charset.forName("IBM852");
    private static final String LETTERS = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";

    private Charsets() {}

    static Charset of(byte[] head, InputStream rest) throws IOException {
      if (head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
        return StandardCharsets.UTF_16;
      }
      long[] seen = new long[256];
      Utf8Check utf8 = new Utf8Check();
      utf8.add(head, head.length, seen);
      byte[] buffer = new byte[1 << 16];
      for (int read = rest.read(buffer); read >= 0; read = rest.read(buffer)) {
        utf8.add(buffer, read, seen);
      }
      return utf8.isValid() ? StandardCharsets.UTF_8 : likeliest(seen);
    }

    private static Charset likeliest(long[] seen) {
      Charset best = WINDOWS;
      long most = -1;
      for (Charset candidate : List.of(WINDOWS, LATIN2, DOS)) {
        long letters = 0;
        for (byte each : LETTERS.getBytes(candidate)) {
          letters += seen[each & 0xFF];
        }
        if (letters > most) {
          most = letters;
          best = candidate;
        }
      }
      return best;
    }
  }

  /** Whether bytes are UTF-8, fed in pieces. */
  private static final class Utf8Check {
    private int pending;
    private boolean valid = true;

    void add(byte[] bytes, int length, long[] seen) {
      for (int i = 0; i < length; i++) {
        int each = bytes[i] & 0xFF;
        seen[each]++;
        if (pending > 0) {
          valid &= (each & 0xC0) == 0x80;
          pending--;
        } else if (each >= 0x80) {
          pending = each >= 0xF0 ? 3 : each >= 0xE0 ? 2 : 1;
          valid &= each >= 0xC2 && each <= 0xF4;
        }
      }
    }

    boolean isValid() {
      return valid && pending == 0;
    }
  }
}
