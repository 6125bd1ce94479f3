package com.asta.charging.web;

import com.asta.charging.rules.Explanation;
import com.asta.charging.rules.PricePart;
import com.asta.charging.rules.PriceSum;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.TariffContent;
import com.asta.charging.rules.TimeBand;
import com.asta.charging.rules.Zone;
import com.asta.charging.service.LedgerRow;
import com.asta.charging.service.TariffNames;
import com.asta.common.Money;
import com.asta.common.web.Format;
import com.asta.common.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in plain words, in the person's language, what a price is made of. */
@Named
@ApplicationScoped
public class PriceWords {
  private static final BigDecimal KILO = BigDecimal.valueOf(1024);

  @Inject private TariffNames names;

  /** One sentence for each rule that took part. */
  public List<String> lines(
      Explanation explanation, ServiceKind service, String currency, long tariffVersionId) {
    List<String> lines = new ArrayList<>();
    if (explanation == null) {
      return lines;
    }
    PartNames called = PartNames.of(names, tariffVersionId, polish());
    if (!explanation.zone().isEmpty()) {
      lines.add(zone(explanation, called));
    }
    for (PricePart part : explanation.parts()) {
      lines.add(line(part, service, currency, called));
    }
    return lines;
  }

  /**
   * A rule that took part, and what it contributes to the price.
   *
   * @param amount null where the rule itself costs nothing
   */
  public record Contribution(String text, Money amount) {}

  /** One sentence and amount for each rule that took part; the amounts add up to the price. */
  public List<Contribution> contributions(
      Explanation explanation, ServiceKind service, TariffContent content) {
    PartNames called = PartNames.of(content, polish());
    List<Contribution> lines = new ArrayList<>();
    if (!explanation.zone().isEmpty()) {
      lines.add(new Contribution(zone(explanation, called), null));
    }
    String currency = content.currency();
    for (PriceSum.Line line : PriceSum.lines(explanation)) {
      String said = line(line.part(), service, currency, called);
      String bare = said.replace(" = " + money(line.amount(), currency), "");
      boolean silent = line.part() instanceof PricePart.Included;
      lines.add(new Contribution(bare, silent ? null : Money.of(line.amount(), currency)));
    }
    return lines;
  }

  private static String zone(Explanation explanation, PartNames called) {
    return text("why.zone", called.zone(explanation.zone()), "+" + explanation.prefix());
  }

  /** A quantity as people read it: {@code 1:05 min}, {@code 3 SMS}, {@code 1.2 GB}. */
  public String units(ServiceKind service, Number quantity) {
    if (service == null || quantity == null) {
      return "–";
    }
    long units = quantity.longValue();
    return switch (service) {
      case VOICE ->
          units >= 3600
              ? String.format("%d:%02d:%02d h", units / 3600, units / 60 % 60, units % 60)
              : String.format("%d:%02d min", units / 60, units % 60);
      case MESSAGE -> units + " SMS";
      case DATA -> octets(units);
      case UNIT -> Format.number(units);
    };
  }

  /** As {@link #units(ServiceKind, Number)}, but calls in whole minutes: {@code 500 min}. */
  public String included(ServiceKind service, Number quantity) {
    return service == ServiceKind.VOICE
        ? Format.number(quantity.longValue() / 60) + " min"
        : units(service, quantity);
  }

  /** As {@link #units(ServiceKind, Number)}, for a unit of a total. */
  public String quantity(String unit, Number quantity) {
    for (ServiceKind kind : ServiceKind.values()) {
      if (kind.unit().equals(unit)) {
        return units(kind, quantity);
      }
    }
    return String.valueOf(quantity);
  }

  /** The name of a thing in the person's language. */
  public String name(String nameEn, String namePl) {
    return polish() ? namePl : nameEn;
  }

  /** One sentence for each rule that priced a debit of a prepaid account. */
  public List<String> ledger(LedgerRow row) {
    Explanation explanation = row.explained();
    return explanation == null
        ? List.of()
        : lines(explanation, row.service(), row.currency(), row.tariffVersionId());
  }

  /** Prefixes of a zone with their plus sign. */
  public String prefixes(Zone zone) {
    return zone.prefixes().stream().map(prefix -> "+" + prefix).collect(Collectors.joining("  "));
  }

  /** Codes in alphabetical order. */
  public String list(Collection<String> codes) {
    return codes.stream().sorted().collect(Collectors.joining(", "));
  }

  /** Days and hours of a band: {@code Mon–Fri 20:00–24:00}. */
  public String band(TimeBand band) {
    Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
    String days =
        band.days().stream()
            .sorted()
            .map(day -> day.getDisplayName(TextStyle.SHORT, locale))
            .collect(Collectors.joining(", "));
    String to = band.to().equals(LocalTime.MIDNIGHT) ? "24:00" : band.to().toString();
    return days + " " + band.from() + "–" + to;
  }

  /** The name of a charge code. */
  public String charge(long tariffVersionId, String code) {
    return names.charge(tariffVersionId, code, polish());
  }

  private String line(PricePart part, ServiceKind service, String currency, PartNames called) {
    if (part instanceof PricePart.Included included) {
      String name = called.allowance(included.allowance());
      String rolled =
          included.granted() == null
              ? ""
              : " " + text("why.rolled", Format.date(included.granted()));
      return text("why.included", units(service, included.units()), name) + rolled;
    }
    if (part instanceof PricePart.Paid paid) {
      return text("why.paid", units(service, paid.units()));
    }
    if (part instanceof PricePart.Connected connected) {
      String key = service == ServiceKind.VOICE ? "why.connected" : "why.event";
      return text(key, money(connected.fee(), currency));
    }
    if (part instanceof PricePart.Beyond beyond) {
      return text(
          "why.beyond",
          beyond.increments(),
          units(service, beyond.increment()),
          money(beyond.price(), currency),
          units(service, beyond.per()),
          money(beyond.amount(), currency),
          called.fairUse(beyond.fairUse()));
    }
    if (part instanceof PricePart.Discounted discounted) {
      return text(
          "why.discounted",
          Format.number(discounted.percent()),
          called.discount(discounted.discount()),
          money(discounted.amount(), currency));
    }
    if (part instanceof PricePart.Stepped stepped) {
      return stepped(stepped, service, currency);
    }
    if (part instanceof PricePart.Tiered tiered) {
      return text(
          "why.tiered",
          units(service, tiered.units()),
          units(service, tiered.usedBefore()),
          text("tiering." + tiered.method()),
          money(tiered.amount(), currency));
    }
    if (part instanceof PricePart.Raised raised) {
      return text("why.raised", money(raised.minimum(), currency));
    }
    if (part instanceof PricePart.Capped capped) {
      return text("why.capped", money(capped.maximum(), currency));
    }
    PricePart.Rounded rounded = (PricePart.Rounded) part;
    return text("why.rounded", rounded.scale(), money(rounded.difference(), currency));
  }

  private String stepped(PricePart.Stepped stepped, ServiceKind service, String currency) {
    String line =
        text(
            "why.stepped",
            stepped.increments(),
            units(service, stepped.increment()),
            money(stepped.price(), currency),
            units(service, stepped.per()),
            money(stepped.amount(), currency));
    String from = stepped.from() == 0 ? "" : " " + text("why.from", units(service, stepped.from()));
    String band = stepped.band().isEmpty() ? "" : " " + text("why.band", stepped.band());
    return line + from + band;
  }

  private static String octets(long octets) {
    BigDecimal value = BigDecimal.valueOf(octets);
    String[] units = {"B", "kB", "MB", "GB", "TB"};
    int unit = 0;
    while (unit < units.length - 1 && value.compareTo(KILO) >= 0) {
      value = value.divide(KILO, 6, RoundingMode.HALF_UP);
      unit++;
    }
    return Format.number(value.setScale(unit < 2 ? 0 : 1, RoundingMode.HALF_UP))
        + " "
        + units[unit];
  }

  private static String money(BigDecimal amount, String currency) {
    return Format.amount(Money.of(amount, currency));
  }

  private static boolean polish() {
    Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
    return locale.getLanguage().equals("pl");
  }

  private static String text(String key, Object... arguments) {
    return Messages.text(FacesContext.getCurrentInstance(), "charging", key, arguments);
  }
}
