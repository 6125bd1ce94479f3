package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.common.web.PagedModel;
import com.asta.payments.rules.AgeingBucket;
import com.asta.payments.service.AgeingRow;
import com.asta.payments.service.AgeingService;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/** Open items of the whole book by age. */
@Named
@ViewScoped
public class AgeingView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private AgeingService ageing;

  private AgeingBucket bucket;
  private transient Map<AgeingBucket, Money> totals;
  private transient PagedModel<AgeingRow> rows;

  /** Loads the sums. */
  public void load() {
    totals = ageing.totals();
  }

  public PagedModel<AgeingRow> getRows() {
    if (rows == null) {
      rows =
          new PagedModel<>(
              (offset, limit) -> ageing.rows(bucket, offset, limit), AgeingRow::accountId);
    }
    return rows;
  }

  /** Sends the accounts as a table. */
  public void export() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext response = faces.getExternalContext();
    response.responseReset();
    response.setResponseContentType("text/csv;charset=UTF-8");
    response.setResponseHeader("Content-Disposition", "attachment; filename=\"ageing.csv\"");
    response.setResponseHeader("Cache-Control", "no-store");
    try (Writer out =
        new OutputStreamWriter(response.getResponseOutputStream(), StandardCharsets.UTF_8)) {
      ageing.export(out);
    }
    faces.responseComplete();
  }

  /** The book by age as Chart.js JSON. */
  public String chart(ResourceBundle texts) {
    return Charts.bars(
        List.of(AgeingBucket.values()).stream()
            .map(each -> texts.getString("ageing." + each))
            .toList(),
        List.of(AgeingBucket.values()).stream().map(totals::get).toList(),
        List.of("#5c8f6b", "#7986cb", "#e0a030", "#d9772b", "#c0392b"));
  }

  /** All that is open. */
  public Money getTotal() {
    return totals.values().stream().reduce(Money::plus).orElseThrow();
  }

  public Map<AgeingBucket, Money> getTotals() {
    return totals;
  }

  public AgeingBucket[] getAges() {
    return AgeingBucket.values();
  }

  public AgeingBucket getBucket() {
    return bucket;
  }

  public void setBucket(AgeingBucket bucket) {
    this.bucket = bucket;
  }
}
