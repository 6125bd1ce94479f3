package com.asta.payments.web;

import com.asta.payments.batch.StatementImportJob;
import com.asta.payments.rules.CsvMapping;
import com.asta.payments.service.PaymentSettingsService;
import com.asta.payments.service.StatementImport;
import com.asta.payments.service.TablePreview;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Names the columns of a bank's table, with a preview of what comes out. */
@Named
@ViewScoped
public class CsvMappingView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LINES = 12;
  private static final int ENTRIES = 6;

  /** What a column may say, in the order of the form. */
  private static final List<String> FIELDS =
      List.of(
          "date",
          "amount",
          "debit",
          "currency",
          "payerName",
          "payerAccount",
          "text",
          "reference",
          "account");

  @Inject private StatementImport imports;
  @Inject private StatementImportJob job;
  @Inject private PaymentSettingsService settings;

  private long file;
  private String name;
  private String pattern;
  private boolean comma = true;
  private String header;
  private Map<String, Integer> chosen = new TreeMap<>();
  private transient List<String> lines;
  private transient TablePreview preview;

  /** Proposes a mapping by the line with the most columns. */
  public void load() {
    lines = imports.head(file, LINES);
    if (header == null) {
      header =
          lines.stream().reduce((one, other) -> width(other) > width(one) ? other : one).orElse("");
      propose(CsvMapping.guess(header));
    }
    preview();
  }

  private void propose(CsvMapping guess) {
    name = imports.file(file).name();
    pattern = guess.datePattern();
    chosen.put("date", guess.date());
    chosen.put("amount", guess.amount());
    chosen.put("debit", guess.debit());
    chosen.put("currency", guess.currency());
    chosen.put("payerName", guess.payerName());
    chosen.put("payerAccount", guess.payerAccount());
    chosen.put("text", guess.text());
    chosen.put("reference", guess.reference());
    chosen.put("account", guess.account());
  }

  /** Reads the beginning of the file by what is chosen. */
  public void preview() {
    preview = imports.preview(file, mapping(), ENTRIES);
  }

  /** Keeps the mapping and imports the file by it. */
  public String save() {
    settings.map(mapping());
    job.retry(file);
    return "/payments/statement.xhtml?faces-redirect=true&id=" + file;
  }

  private CsvMapping mapping() {
    char separator = CsvMapping.separatorOf(header);
    return new CsvMapping(
        name == null ? "" : name.strip(),
        CsvMapping.normalised(header, separator),
        String.valueOf(separator),
        pattern,
        comma,
        column("date"),
        column("amount"),
        column("debit"),
        column("currency"),
        column("payerName"),
        column("payerAccount"),
        column("text"),
        column("reference"),
        column("account"));
  }

  /** A form gives numbers as text where it does not know the type. */
  private int column(String field) {
    Object value = chosen.get(field);
    return value == null ? 0 : Integer.parseInt(value.toString());
  }

  private static int width(String line) {
    return CsvMapping.columns(line, CsvMapping.separatorOf(line)).size();
  }

  public List<String> getFields() {
    return FIELDS;
  }

  public List<String> getColumns() {
    return CsvMapping.columns(header, CsvMapping.separatorOf(header));
  }

  /** Numbers of columns by their names; the first is for none. */
  public Map<String, Integer> getColumnItems() {
    Map<String, Integer> items = new LinkedHashMap<>();
    items.put("–", 0);
    List<String> names = getColumns();
    for (int i = 0; i < names.size(); i++) {
      items.put(i + 1 + ". " + names.get(i), i + 1);
    }
    return items;
  }

  public List<String> getPatterns() {
    return List.of(
        "yyyy-MM-dd", "dd.MM.yyyy", "dd-MM-yyyy", "dd/MM/yyyy", "yyyy.MM.dd", "yyyyMMdd");
  }

  public Map<String, Integer> getChosen() {
    return chosen;
  }

  public List<String> getLines() {
    return lines;
  }

  public TablePreview getPreview() {
    return preview;
  }

  public long getFile() {
    return file;
  }

  public void setFile(long file) {
    this.file = file;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPattern() {
    return pattern;
  }

  public void setPattern(String pattern) {
    this.pattern = pattern;
  }

  public boolean isComma() {
    return comma;
  }

  public void setComma(boolean comma) {
    this.comma = comma;
  }
}
