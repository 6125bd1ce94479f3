package com.asta.payments.service;

import com.asta.common.Iban;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/** What letters say, in the customer's language. */
@ApplicationScoped
class DunningWords {
  private static final String BUNDLE = "com.asta.payments.service.letters";

  private In polish;
  private In english;

  @PostConstruct
  void load() {
    polish = new In(Locale.forLanguageTag("pl"));
    english = new In(Locale.ENGLISH);
  }

  In in(String language) {
    return "en".equals(language) ? english : polish;
  }

  /** The words of one language, and how it writes amounts and days; open to the template. */
  public static final class In {
    private final Locale locale;
    private final Map<String, String> texts = new TreeMap<>();
    private final DateTimeFormatter day;

    In(Locale locale) {
      this.locale = locale;
      ResourceBundle bundle =
          ResourceBundle.getBundle(
              BUNDLE,
              locale,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
      day =
          DateTimeFormatter.ofPattern(
              "pl".equals(locale.getLanguage()) ? "dd.MM.yyyy" : "d MMM yyyy", locale);
    }

    public Map<String, String> texts() {
      return texts;
    }

    public String language() {
      return locale.getLanguage();
    }

    public String date(LocalDate date) {
      return day.format(date);
    }

    /** An amount with its currency. */
    public String money(BigDecimal amount, String currency) {
      DecimalFormat format =
          new DecimalFormat("#,##0.00##", DecimalFormatSymbols.getInstance(locale));
      return format.format(amount) + "\u00a0" + currency;
    }

    public String spaced(String iban) {
      return new Iban(iban).spaced();
    }

    /** A text with its gaps filled. */
    public String say(String key, Object... values) {
      return new MessageFormat(texts.get(key), locale).format(values);
    }

    public String subject(DunningLetter letter) {
      return say("subject." + letter.action(), letter.level(), letter.accountNumber());
    }

    public String heading(DunningLetter letter) {
      return say("heading." + letter.action(), letter.level());
    }

    /** What happens if nothing is paid, or what has happened now. */
    public String consequence(DunningLetter letter) {
      return say(
          "consequence." + letter.action(),
          date(letter.payBy()),
          money(letter.fee(), letter.currency()));
    }

    String mail(DunningLetter letter) {
      StringBuilder items = new StringBuilder();
      for (DunningLetter.Item item : letter.items()) {
        items
            .append(
                say(
                    "item",
                    item.number(),
                    date(item.dueOn()),
                    money(item.open(), letter.currency())))
            .append('\n');
      }
      return String.join(
          "\n\n",
          say("greeting", letter.receiver().name(), money(letter.toPay(), letter.currency())),
          items.toString().stripTrailing(),
          consequence(letter),
          say("payment", letter.sender().name(), spaced(letter.iban()), letter.accountNumber()),
          say("closing", letter.sender().name(), letter.sender().phone(), letter.sender().email())
              + "\n");
    }
  }
}
