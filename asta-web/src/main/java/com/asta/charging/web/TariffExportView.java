package com.asta.charging.web;

import com.asta.charging.rules.RateSheet;
import com.asta.charging.rules.ZoneSheet;
import com.asta.charging.service.TariffVersionCard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A table of a version as a CSV file. */
@Named
@RequestScoped
public class TariffExportView {
  /** By it, spreadsheets take the file for UTF-8. */
  private static final String MARK = "\uFEFF";

  @Inject private TariffReader reader;

  private Long version;
  private TariffTable table = TariffTable.RATES;

  /** View action: sends the file instead of a page. */
  public void send() throws IOException {
    TariffVersionCard card = reader.card(version == null ? 0 : version);
    String text =
        table == TariffTable.ZONES
            ? ZoneSheet.write(card.content().zones())
            : RateSheet.write(card.content().rates());
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext response = faces.getExternalContext();
    response.responseReset();
    response.setResponseContentType("text/csv;charset=UTF-8");
    response.setResponseHeader(
        "Content-Disposition",
        "attachment; filename=\"%s-v%d-%s.csv\""
            .formatted(card.code(), card.version(), table.name().toLowerCase(Locale.ROOT)));
    try (OutputStream out = response.getResponseOutputStream()) {
      out.write((MARK + text).getBytes(StandardCharsets.UTF_8));
    }
    faces.responseComplete();
  }

  public Long getVersion() {
    return version;
  }

  public void setVersion(Long version) {
    this.version = version;
  }

  public TariffTable getTable() {
    return table;
  }

  public void setTable(TariffTable table) {
    this.table = table;
  }
}
