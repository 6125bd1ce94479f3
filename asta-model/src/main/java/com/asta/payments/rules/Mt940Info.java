package com.asta.payments.rules;

import com.asta.common.Iban;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Field 86 of an MT940 in its dialects: numbered subfields behind {@code ?}, {@code <}, {@code ~}
 * or {@code ^} (Germany, Poland), words between slashes (SEPA), words with colons (the
 * Netherlands), or free text.
 *
 * @param account of the other side, an IBAN where that can be told
 * @param returned the text says that a payment came back
 */
record Mt940Info(String name, String account, String text, boolean returned) {
  private static final Pattern NUMBERED = Pattern.compile("^\\s*(?:\\d{3})?([?<~^])\\d{2}");
  private static final Pattern SLASHED =
      Pattern.compile(
          "/(TRTP|IBAN|BIC|NAME|REMI|EREF|CSID|MARF|ORDP|BENM|ADDR|ISDT|PREF|RTRN|ID)/");
  private static final Pattern IBAN = Pattern.compile("IBAN:\\s*([A-Z]{2}\\d{2}[A-Z0-9]{8,30})");
  private static final Pattern NAME =
      Pattern.compile("(?:NAAM|NAME):\\s*(.+?)(?=\\s{2,}|\\s\\p{Lu}[\\p{Lu} ]*:|$)");
  private static final int FULL_LINE = 65;
  private static final int FULL_SUBFIELD = 27;

  static Mt940Info read(String told) {
    Matcher numbered = NUMBERED.matcher(told);
    if (numbered.find()) {
      return numbered(told, numbered.group(1));
    }
    String joined = joined(told);
    Matcher slashed = SLASHED.matcher(joined);
    return slashed.find() && joined.stripLeading().startsWith("/") ? slashed(joined) : free(joined);
  }

  private static Mt940Info numbered(String told, String separator) {
    Map<Integer, String> fields = new TreeMap<>();
    String joined = told.replace("\n", "");
    Matcher marks = Pattern.compile(Pattern.quote(separator) + "(\\d{2})").matcher(joined);
    int number = -1;
    int begin = 0;
    while (marks.find()) {
      put(fields, number, joined.substring(begin, marks.start()));
      number = Integer.parseInt(marks.group(1));
      begin = marks.end();
    }
    put(fields, number, joined.substring(begin));
    StringBuilder text = new StringBuilder();
    for (Map.Entry<Integer, String> field : fields.entrySet()) {
      boolean purpose = field.getKey() >= 20 && field.getKey() <= 29;
      if (purpose || field.getKey() >= 60 && field.getKey() <= 63) {
        append(text, field.getValue());
      }
    }
    StringBuilder name = new StringBuilder();
    append(name, fields.getOrDefault(32, ""));
    append(name, fields.getOrDefault(33, ""));
    return of(name.toString(), account(fields), text.toString(), false);
  }

  private static void put(Map<Integer, String> fields, int number, String value) {
    if (number >= 0) {
      fields.merge(number, value, String::concat);
    }
  }

  /** A full subfield goes on in the next one; a shorter one has ended with its word. */
  private static void append(StringBuilder text, String subfield) {
    text.append(subfield);
    if (subfield.length() < FULL_SUBFIELD) {
      text.append(' ');
    }
  }

  /** The IBAN, else the number, else the German or Polish pair of bank and account. */
  private static String account(Map<Integer, String> fields) {
    String iban = fields.getOrDefault(38, "").strip();
    if (Iban.parse(iban).isPresent()) {
      return iban;
    }
    String number = fields.getOrDefault(31, "").strip();
    String bank = fields.getOrDefault(30, "").strip();
    if (bank.matches("\\d{8}") && number.matches("\\d{16}")) {
      return polish(bank + number);
    }
    return Iban.parse(number).isPresent() || bank.isEmpty() ? number : bank + "/" + number;
  }

  private static String polish(String bban) {
    int check =
        98
            - new java.math.BigInteger(bban + "252100")
                .mod(java.math.BigInteger.valueOf(97))
                .intValue();
    return "PL" + (check < 10 ? "0" : "") + check + bban;
  }

  private static Mt940Info slashed(String joined) {
    Map<String, String> fields = new TreeMap<>();
    Matcher marks = SLASHED.matcher(joined);
    String key = null;
    int begin = 0;
    while (marks.find()) {
      if (key != null) {
        fields.merge(key, joined.substring(begin, marks.start()), (one, two) -> one + " " + two);
      }
      key = marks.group(1);
      begin = marks.end();
    }
    fields.merge(key, joined.substring(begin), (one, two) -> one + " " + two);
    String remittance = fields.getOrDefault("REMI", "").replaceFirst("^(USTD|STRD)//", "");
    String reference = fields.getOrDefault("EREF", "");
    boolean named = !reference.isBlank() && !reference.contains("NOTPROVIDED");
    return of(
        fields.getOrDefault("NAME", ""),
        fields.getOrDefault("IBAN", ""),
        named ? remittance + " · " + reference : remittance,
        fields.containsKey("RTRN"));
  }

  private static Mt940Info free(String joined) {
    Matcher iban = IBAN.matcher(joined);
    Matcher name = NAME.matcher(joined);
    return of(name.find() ? name.group(1) : "", iban.find() ? iban.group(1) : "", joined, false);
  }

  /** Lines of SWIFT are cut at 65 characters wherever that is; shorter ones end with a word. */
  private static String joined(String told) {
    StringBuilder text = new StringBuilder();
    for (String line : told.split("\n")) {
      text.append(line);
      if (line.length() < FULL_LINE) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  private static Mt940Info of(String name, String account, String text, boolean returned) {
    String plain = account.strip();
    return new Mt940Info(
        Texts.clean(name, Texts.LONGEST_NAME),
        Texts.clean(Iban.parse(plain).map(Iban::value).orElse(plain), Texts.LONGEST_NAME),
        Texts.clean(text, Texts.LONGEST_TEXT),
        returned);
  }
}
