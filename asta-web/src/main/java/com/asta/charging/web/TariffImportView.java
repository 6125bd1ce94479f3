package com.asta.charging.web;

import com.asta.charging.rules.CsvTable;
import com.asta.charging.rules.Rate;
import com.asta.charging.rules.RateSheet;
import com.asta.charging.rules.Sheet;
import com.asta.charging.rules.SheetFault;
import com.asta.charging.rules.TariffComparison;
import com.asta.charging.rules.TariffContent;
import com.asta.charging.rules.Zone;
import com.asta.charging.rules.ZoneSheet;
import com.asta.common.web.Messages;
import com.asta.common.web.Uploads;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.function.UnaryOperator;

/** A table from a file: read, checked, shown as what it changes, and only then taken. */
@Named
@ViewScoped
public class TariffImportView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_FAULTS = 100;

  @Inject private TariffDesk desk;
  @Inject private Uploads uploads;

  private TariffTable table = TariffTable.RATES;
  private boolean whole = true;
  private transient Part file;
  private String fileName;
  private transient List<SheetFault> faults;
  private transient UnaryOperator<TariffContent> change;
  private transient TariffComparison comparison;

  /** Reads the file and says what is wrong with it, or what it would change. */
  public void read() throws IOException {
    forget();
    if (file == null || file.getSize() == 0) {
      Messages.error("upload:file", "charging", "usage.nofile");
      return;
    }
    if (file.getSize() > uploads.getLimitBytes()) {
      Messages.error("upload:file", "charging", "import.tooLarge", uploads.getLimitBytes() >> 20);
      return;
    }
    fileName = file.getSubmittedFileName();
    String text;
    try (InputStream in = file.getInputStream()) {
      text = CsvTable.decode(in.readAllBytes());
    }
    if (table == TariffTable.RATES) {
      rates(RateSheet.read(text));
    } else {
      zones(ZoneSheet.read(text));
    }
    if (faults.isEmpty()) {
      comparison = TariffComparison.of(desk.getContent(), change.apply(desk.getContent()));
    }
  }

  /** Takes what was shown. */
  public String take() {
    if (change == null) {
      Messages.error(null, "charging", "import.again");
      return null;
    }
    String page = table == TariffTable.RATES ? "tariff-rates" : "tariff-zones";
    return desk.change(change, page, "");
  }

  private void rates(Sheet<Rate> sheet) {
    faults = sheet.faults();
    List<Rate> rows = sheet.rows();
    change =
        whole
            ? content -> content.withRates(rows)
            : content -> content.withRates(RateSheet.merged(content.rates(), rows));
  }

  private void zones(Sheet<Zone> sheet) {
    faults = sheet.faults();
    List<Zone> rows = sheet.rows();
    change =
        whole
            ? content -> content.withZones(rows)
            : content -> content.withZones(ZoneSheet.merged(content.zones(), rows));
  }

  private void forget() {
    faults = null;
    change = null;
    comparison = null;
  }

  /** The first of what is wrong; null before a file was read. */
  public List<SheetFault> getFaults() {
    return faults == null ? null : faults.stream().limit(SHOWN_FAULTS).toList();
  }

  public int getFaultCount() {
    return faults == null ? 0 : faults.size();
  }

  /** What the file would change; null while there is none, or a faulty one. */
  public TariffComparison getComparison() {
    return comparison;
  }

  public String getFileName() {
    return fileName;
  }

  public TariffTable[] getTables() {
    return TariffTable.values();
  }

  public TariffTable getTable() {
    return table;
  }

  public void setTable(TariffTable table) {
    this.table = table;
  }

  public boolean isWhole() {
    return whole;
  }

  public void setWhole(boolean whole) {
    this.whole = whole;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
