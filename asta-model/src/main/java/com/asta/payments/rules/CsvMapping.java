package com.asta.payments.rules;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which column of a bank's table says what; columns are counted from 1, 0 means there is none.
 *
 * @param name for people
 * @param header the line of column names by which files of this kind are recognised, normalised
 * @param separator one character
 * @param datePattern as of {@code DateTimeFormatter}, such as {@code dd.MM.yyyy}
 * @param decimalComma amounts are written 1.234,56
 * @param amount signed amount; negative goes out
 * @param debit amounts that go out where there are two columns; 0 if {@code amount} is signed
 * @param account own or virtual account credited; 0 for the operator's main account
 */
public record CsvMapping(
    String name,
    String header,
    String separator,
    String datePattern,
    boolean decimalComma,
    int date,
    int amount,
    int debit,
    int currency,
    int payerName,
    int payerAccount,
    int text,
    int reference,
    int account) {

  /** A proposal for a table by what its columns are called, in Polish or English. */
  public static CsvMapping guess(String headerLine) {
    char separator = separatorOf(headerLine);
    List<String> columns = columns(headerLine.toLowerCase(), separator);
    return new CsvMapping(
        "",
        normalised(headerLine, separator),
        String.valueOf(separator),
        "yyyy-MM-dd",
        true,
        first(columns, "data ksi", "booking", "data", "date"),
        first(columns, "kwota", "uznani", "amount", "credit"),
        first(columns, "obciąż", "debit"),
        first(columns, "walut", "currency", "ccy"),
        first(columns, "nadawc", "nazwa", "kontrahent", "payer", "name"),
        first(columns, "rachunek nad", "rachunek kon", "nr rach", "rachun", "iban", "account"),
        first(columns, "tytuł", "tytul", "opis", "title", "text", "descr"),
        first(columns, "referenc", "nr transakcji", "reference", "id "),
        first(columns, "rachunek odb", "credited", "własny"));
  }

  private static int first(List<String> columns, String... words) {
    for (String word : words) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).contains(word)) {
          return i + 1;
        }
      }
    }
    return 0;
  }

  /** True if this line is the header of files of this kind. */
  public boolean fits(String line) {
    return header.equals(normalised(line, separator.charAt(0)));
  }

  /** Column names in small letters, without quotes and spaces around them. */
  public static String normalised(String line, char separator) {
    return columns(line, separator).stream()
        .map(String::toLowerCase)
        .collect(Collectors.joining("|"));
  }

  /** The column names of a header line. */
  public static List<String> columns(String line, char separator) {
    return Arrays.stream(
            line.replace("\uFEFF", "")
                .split(java.util.regex.Pattern.quote(String.valueOf(separator)), -1))
        .map(name -> name.replace("\"", "").strip())
        .toList();
  }

  /** The separator that occurs most in a line. */
  public static char separatorOf(String line) {
    char best = ';';
    long most = 0;
    for (char candidate : new char[] {';', ',', '\t', '|'}) {
      long times = line.chars().filter(c -> c == candidate).count();
      if (times > most) {
        most = times;
        best = candidate;
      }
    }
    return best;
  }
}
