package com.asta.charging.web;

import com.asta.charging.rules.BandText;
import com.asta.charging.rules.Discount;
import com.asta.charging.rules.OnHolidays;
import com.asta.charging.rules.RateText;
import com.asta.charging.rules.Rounding;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.Step;
import com.asta.charging.rules.TariffCheck;
import com.asta.charging.rules.TimeBand;
import com.asta.charging.rules.UnitText;
import com.asta.charging.rules.Zone;
import com.asta.common.web.Format;
import com.asta.common.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Says in the person's language what a tariff says. */
@Named
@ApplicationScoped
public class TariffWords {
  /** {@code the price of an event, to 2 decimals, half up}. */
  public String rounding(Rounding rounding) {
    return text(
        "rounding.text",
        text("rounding.level." + rounding.level()),
        rounding.scale(),
        text("rounding.mode." + rounding.mode()));
  }

  /** A price of the grid by the person's locale; a dash for none or zero. */
  public String price(String cell) {
    BigDecimal price = cell == null || cell.isEmpty() ? null : RateText.price(cell);
    if (price == null) {
      return "–";
    }
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMinimumFractionDigits(Math.max(2, price.scale()));
    format.setMaximumFractionDigits(12);
    return format.format(price);
  }

  /** How many prefixes all zones have. */
  public int prefixCount(List<Zone> zones) {
    return zones.stream().mapToInt(zone -> zone.prefixes().size()).sum();
  }

  /** What a rate has beyond its line in the grid. */
  public String more(RateLine line) {
    if (line.getTiers() > 0) {
      return text("rates.tiers", line.getTiers());
    }
    return line.getMoreSteps() > 0
        ? text("rates.steps", line.getMoreSteps() + 1)
        : Messages.text(FacesContext.getCurrentInstance(), "common", "edit");
  }

  /** Days and hours of a band: {@code Mon–Fri 20:00–24:00, and on holidays}. */
  public String band(TimeBand band) {
    String days = BandText.days(band.days(), day -> day.getDisplayName(TextStyle.SHORT, locale()));
    String holidays =
        band.onHolidays() == OnHolidays.AS_WEEKDAY
            ? ""
            : ", " + text("holidays." + band.onHolidays());
    return (days + " " + BandText.hours(band) + holidays).strip();
  }

  /** {@code +12.5 %}; empty for none. */
  static String signed(BigDecimal percent) {
    return percent == null
        ? ""
        : (percent.signum() > 0 ? "+" : "") + Format.number(percent) + "\u00a0%";
  }

  /** The levels of a discount: {@code from 100 min: 5 %}. */
  public List<String> levels(Discount discount) {
    ServiceKind unit =
        discount.counted() == Discount.Counted.UNITS ? discount.service() : ServiceKind.UNIT;
    return discount.levels().stream()
        .map(
            level ->
                text(
                    "scheme.level",
                    UnitText.write(unit, level.from()),
                    Format.number(level.percent())))
        .toList();
  }

  /** {@code 0.05 PLN for 1 MB, counted by started 1 MB}. */
  public String step(Step step, ServiceKind service, String currency) {
    return text(
        "scheme.step",
        Format.money(step.price(), currency),
        UnitText.write(service, step.per()),
        UnitText.write(service, step.increment()));
  }

  /** What is wrong or doubtful. */
  public String finding(TariffCheck.Finding finding) {
    return text("finding." + finding.problem(), finding.subject());
  }

  static String text(String key, Object... arguments) {
    return Messages.text(FacesContext.getCurrentInstance(), "charging", key, arguments);
  }

  private static Locale locale() {
    return FacesContext.getCurrentInstance().getViewRoot().getLocale();
  }
}
