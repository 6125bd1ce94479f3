package com.asta.charging.rules;

import com.asta.charging.rules.SheetFault.Problem;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A CSV file whose first line names its columns, in any order, as spreadsheets write it: commas,
 * semicolons or tabs; UTF-8, else Windows-1250.
 *
 * <p>A cell that a spreadsheet would run as a formula is written with an apostrophe in front, which
 * is taken away when the file comes back.
 */
public final class CsvTable {
  /** Lines that are read of one file. */
  public static final int MOST_LINES = 250_000;

  private static final int MOST_FAULTS = 500;
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);
  private static final Pattern DISARMED = Pattern.compile("'+[=+\\-@\t\r].*", Pattern.DOTALL);

  /** A line by the names of its columns; a column that the file lacks is missing here. */
  record Line(long number, Map<String, String> cells) {
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  private CsvTable() {}

  /** The text of an uploaded file. */
  public static String decode(byte[] file) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      text = new String(file, Charset.forName("windows-1250"));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  static String write(List<String> header, Iterable<List<String>> lines) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(header);
      for (List<String> line : lines) {
        csv.writeRecord(line.stream().map(CsvTable::disarmed).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The lines under the header; what cannot be read as lines at all is put into the faults. */
  static List<Line> read(
      String text, List<String> known, List<String> required, List<SheetFault> faults) {
    List<Line> lines = new ArrayList<>();
    try (CsvReader<CsvRecord> csv = reader(text);
        CloseableIterator<CsvRecord> records = csv.iterator()) {
      if (!records.hasNext()) {
        faults.add(new SheetFault(1, "", Problem.NO_HEADER, ""));
        return lines;
      }
      List<String> header = header(records.next(), known, required, faults);
      while (faults.isEmpty() && records.hasNext()) {
        if (lines.size() == MOST_LINES) {
          faults.add(new SheetFault(MOST_LINES + 2L, "", Problem.TOO_MANY_LINES, "" + MOST_LINES));
          return lines;
        }
        line(records.next(), header, lines, faults);
      }
    } catch (CsvParseException e) {
      long after = lines.isEmpty() ? 1 : lines.get(lines.size() - 1).number() + 1;
      faults.add(new SheetFault(after, "", Problem.NOT_READABLE, e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** A list of faults that goes on being useful: after very many, more are not kept. */
  static List<SheetFault> faults() {
    return new ArrayList<>() {
      private static final long serialVersionUID = 1L;

      @Override
      public boolean add(SheetFault fault) {
        return size() < MOST_FAULTS && super.add(fault);
      }
    };
  }

  private static CsvReader<CsvRecord> reader(String text) {
    int end = text.indexOf('\n');
    String first = end < 0 ? text : text.substring(0, end);
    char separator = first.indexOf('\t') >= 0 ? '\t' : first.indexOf(';') >= 0 ? ';' : ',';
    return CsvReader.builder()
        .fieldSeparator(separator)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .ofCsvRecord(text);
  }

  private static List<String> header(
      CsvRecord record, List<String> known, List<String> required, List<SheetFault> faults) {
    List<String> header = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String field : record.getFields()) {
      String name = field.strip().toLowerCase(Locale.ROOT);
      header.add(name);
      if (!name.isEmpty() && (!known.contains(name) || !seen.add(name))) {
        faults.add(new SheetFault(1, name, Problem.UNKNOWN_COLUMN, String.join(", ", known)));
      }
    }
    for (String name : required) {
      if (!seen.contains(name)) {
        faults.add(new SheetFault(1, name, Problem.MISSING_COLUMN, ""));
      }
    }
    return header;
  }

  private static void line(
      CsvRecord record, List<String> header, List<Line> lines, List<SheetFault> faults) {
    List<String> fields = record.getFields();
    if (fields.stream().allMatch(String::isBlank)) {
      return;
    }
    if (fields.stream().skip(header.size()).anyMatch(field -> !field.isBlank())) {
      faults.add(
          new SheetFault(
              record.getStartingLineNumber(), "", Problem.TOO_MANY_FIELDS, "" + fields.size()));
      return;
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(fields.size(), header.size()); i++) {
      if (!header.get(i).isEmpty()) {
        cells.put(header.get(i), armed(fields.get(i)).strip());
      }
    }
    lines.add(new Line(record.getStartingLineNumber(), cells));
  }

  private static String disarmed(String cell) {
    return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
  }

  private static String armed(String cell) {
    return DISARMED.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
