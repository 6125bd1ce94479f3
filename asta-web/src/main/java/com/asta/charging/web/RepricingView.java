package com.asta.charging.web;

import com.asta.charging.batch.RepricingJob;
import com.asta.charging.service.RepricedAccount;
import com.asta.charging.service.RepricedZone;
import com.asta.charging.service.RepricingCard;
import com.asta.charging.service.RepricingCard.Purpose;
import com.asta.charging.service.RepricingCard.Status;
import com.asta.charging.service.RepricingService;
import com.asta.charging.service.RepricingSpread;
import com.asta.charging.service.RepricingTotals;
import com.asta.common.Money;
import com.asta.common.web.Format;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Serializable;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What pricing past usage anew changes: in all, by zone, by customer; and the decision on it. */
@Named
@ViewScoped
public class RepricingView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_SHOWN = 10;
  private static final int EXPORT_PAGE = 1_000;
  private static final String HEADER =
      "account,customer,events,changed,unrated,before,after,difference,currency\r\n";

  @Inject private transient RepricingService repricings;
  @Inject private transient RepricingJob job;

  private long id;
  private transient RepricingCard card;
  private transient List<RepricingTotals> totals;
  private transient List<RepricedZone> zones;
  private transient RepricingSpread spread;
  private transient PagedModel<RepricedAccount> accounts;

  /** Reads it anew; the page asks while a job works. */
  public void load() {
    card = repricings.card(id);
    totals = repricings.totals(id);
    zones = null;
    spread = null;
  }

  /** Stores the new prices. */
  public String apply() {
    job.apply(id);
    Messages.done("charging", "repricing.applied");
    return self();
  }

  /** Leaves the prices as they are. */
  public String cancel() {
    repricings.cancel(id);
    Messages.done("charging", "repricing.cancelled");
    return self();
  }

  /** Starts the job again that came to nothing. */
  public String resume() {
    job.resume(id);
    return self();
  }

  /** Sends the accounts with their differences as a CSV file. */
  public void export() throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext response = faces.getExternalContext();
    response.responseReset();
    response.setResponseContentType("text/csv;charset=UTF-8");
    response.setResponseHeader(
        "Content-Disposition", "attachment; filename=\"repricing-" + id + ".csv\"");
    try (Writer out =
        new OutputStreamWriter(response.getResponseOutputStream(), StandardCharsets.UTF_8)) {
      out.write(HEADER);
      int offset = 0;
      List<RepricedAccount> page;
      do {
        page = repricings.accounts(id, offset, EXPORT_PAGE);
        for (RepricedAccount each : page) {
          out.write(line(each));
        }
        offset += page.size();
      } while (page.size() == EXPORT_PAGE);
    }
    faces.responseComplete();
  }

  private static String line(RepricedAccount each) {
    String name = each.customerName().replace("\"", "\"\"");
    String safe = name.matches("(?s)[=+@\\t\\r-].*") ? "'" + name : name;
    return String.join(
            ",",
            each.accountNumber(),
            "\"" + safe + "\"",
            String.valueOf(each.events()),
            String.valueOf(each.changed()),
            String.valueOf(each.unrated()),
            plain(each.before()),
            plain(each.after()),
            plain(each.change()),
            each.before().currency())
        + "\r\n";
  }

  private static String plain(Money money) {
    BigDecimal amount = money.amount();
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }

  /** A change with its sign. */
  public String signed(Money change) {
    return (change.amount().signum() > 0 ? "+" : "") + Format.amount(change);
  }

  /** A change in percent with its sign. */
  public String percent(BigDecimal percent) {
    return percent == null
        ? "–"
        : (percent.signum() > 0 ? "+" : "") + Format.number(percent) + "\u00a0%";
  }

  /** The name of a zone under the tariff it was priced by; usage without a zone has none. */
  public String zone(String code) {
    return code.isEmpty() ? "–" : code;
  }

  /** Which tariff, and of a what-if which version. */
  public String getTariff() {
    String code = getCard().tariffCode();
    return getCard().draftVersion() == null ? code : code + " v" + getCard().draftVersion();
  }

  private String self() {
    return "/charging/repricing.xhtml?faces-redirect=true&id=" + id;
  }

  public boolean isWhatIf() {
    return getCard().purpose() == Purpose.WHAT_IF;
  }

  public boolean isWorking() {
    return getCard().status().isWorking();
  }

  /** True where a repricing waits for a job that is not running. */
  public boolean isStuck() {
    return isWorking() && !job.isRunning(id);
  }

  public boolean isInReview() {
    return getCard().status() == Status.REVIEW;
  }

  public PagedModel<RepricedAccount> getAccounts() {
    if (accounts == null) {
      accounts =
          new PagedModel<>(
              (offset, limit) -> repricings.accounts(id, offset, limit),
              RepricedAccount::accountId);
    }
    return accounts;
  }

  /** Who pays less. */
  public List<RepricedAccount> getWinners() {
    return repricings.winners(id, MOST_SHOWN);
  }

  /** Who pays more. */
  public List<RepricedAccount> getLosers() {
    return repricings.losers(id, MOST_SHOWN);
  }

  public List<RepricedZone> getZones() {
    if (zones == null) {
      zones = repricings.zones(id);
    }
    return zones;
  }

  public RepricingSpread getSpread() {
    if (spread == null) {
      spread = repricings.spread(id);
    }
    return spread;
  }

  public String getChart() {
    return RepricingBoard.chart(getSpread());
  }

  public RepricingCard getCard() {
    if (card == null) {
      load();
    }
    return card;
  }

  public List<RepricingTotals> getTotals() {
    if (totals == null) {
      load();
    }
    return totals;
  }

  public long getId() {
    return id;
  }

  public void setId(long id) {
    this.id = id;
  }
}
