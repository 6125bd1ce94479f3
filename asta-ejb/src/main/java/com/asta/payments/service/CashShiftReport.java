package com.asta.payments.service;

import com.asta.billing.service.PdfPress;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.OperatorProfile;
import com.asta.payments.rules.CashCount;
import com.asta.payments.rules.CashPieces;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The report of a shift, to be signed by the cashier and the second person. */
@ApplicationScoped
class CashShiftReport {
  private static final String BUNDLE = "com.asta.payments.service.cash";
  private static final int MOST_MOVEMENTS = 2_000;

  @Inject private CashDrawer drawer;
  @Inject private CashShifts shifts;
  @Inject private CashDeposits deposits;
  @Inject private OperatorProfile operators;
  @Inject private PdfPress press;

  private Template template;

  /** A line of the report; texts are made for people. */
  public record Line(String what, String detail, String at, String amount) {}

  /** A line of the count; pieces at the beginning and at the end. */
  public record Counted(String denomination, int opening, int closing, String amount) {}

  /** Texts and formats of one language, for the template. */
  public record Words(Locale locale, Map<String, String> texts) {
    static Words in(String language) {
      Locale locale = "en".equals(language) ? Locale.ENGLISH : new Locale("pl", "PL");
      ResourceBundle bundle =
          ResourceBundle.getBundle(
              BUNDLE,
              locale,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      return new Words(
          locale,
          bundle.keySet().stream().collect(Collectors.toMap(key -> key, bundle::getString)));
    }

    public String money(Money amount) {
      NumberFormat format = NumberFormat.getCurrencyInstance(locale);
      format.setCurrency(Currency.getInstance(amount.currency()));
      return format.format(amount.amount());
    }

    public String at(Instant at) {
      return at == null
          ? ""
          : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
              .withLocale(locale)
              .format(at.atZone(OperatorZone.ID));
    }
  }

  @PostConstruct
  void load() {
    template = PdfPress.template("/com/asta/payments/cash-shift.ftlh");
  }

  byte[] print(CashShiftCard shift, String language) {
    Words words = Words.in(language);
    Map<String, Object> data = new HashMap<>();
    data.put("w", words);
    data.put("t", words.texts());
    data.put("language", words.locale().getLanguage());
    data.put("shift", shift);
    data.put("operator", operators.operator());
    data.put("counts", counts(shift, words));
    data.put("lines", lines(shift, words));
    data.put("deposits", depositLines(shift, words));
    StringWriter html = new StringWriter();
    try {
      template.process(data, html);
    } catch (TemplateException | IOException e) {
      throw new IllegalStateException("The report of shift " + shift.id(), e);
    }
    return press.print(html.toString(), null);
  }

  private List<Line> lines(CashShiftCard shift, Words words) {
    List<Line> lines = new ArrayList<>();
    for (CashMovementRow each : drawer.movements(shift.id(), 0, MOST_MOVEMENTS)) {
      String detail = each.receiptNumber() == null ? each.reason() : each.receiptNumber();
      if (each.receiptNumber() != null && !each.reason().isEmpty()) {
        detail += ", " + each.reason();
      }
      lines.add(
          new Line(
              words.texts().get("kind." + each.kind()),
              detail,
              words.at(each.at()),
              words.money(each.amount())));
    }
    return lines;
  }

  private List<Line> depositLines(CashShiftCard shift, Words words) {
    return deposits.ofShift(shift.id()).stream()
        .map(
            each ->
                new Line(
                    each.bagNumber(),
                    each.credited() == null
                        ? words.texts().get("deposit.waiting")
                        : words.texts().get("deposit.credited")
                            + " "
                            + words.money(each.credited()),
                    words.at(each.madeAt()),
                    words.money(each.amount())))
        .toList();
  }

  private List<Counted> counts(CashShiftCard shift, Words words) {
    CashCount opening = shifts.count(shift.id(), "OPENING");
    CashCount closing = shifts.count(shift.id(), "CLOSING");
    List<Counted> counted = new ArrayList<>();
    for (BigDecimal denomination : CashCount.DENOMINATIONS) {
      int before = pieces(opening, denomination);
      int after = pieces(closing, denomination);
      if (before + after > 0) {
        Money value = Money.of(denomination, shift.floatAmount().currency());
        counted.add(
            new Counted(words.money(value), before, after, words.money(value.times(after))));
      }
    }
    return counted;
  }

  private static int pieces(CashCount count, BigDecimal denomination) {
    return count.pieces().stream()
        .filter(each -> each.denomination().compareTo(denomination) == 0)
        .mapToInt(CashPieces::pieces)
        .sum();
  }
}
