package com.asta.payments.service;

import com.asta.common.Iban;
import com.asta.common.Money;
import com.asta.common.service.Mailer;
import com.asta.common.service.Operator;
import com.asta.common.service.OperatorProfile;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.model.DunningCase;
import com.asta.payments.rules.DunningLevel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The mails of dunning, in the customer's language; one for each level of a case. */
@ApplicationScoped
class DunningLetters {
  private static final String BUNDLE = "com.asta.payments.service.letters";

  @Inject private CustomerService customers;
  @Inject private OperatorProfile operators;
  @Inject private Mailer mailer;

  /**
   * Queues the letter of the case's level.
   *
   * @param fee charged at level FEE
   * @return the address written to, empty if the customer has none
   */
  String send(
      DunningCase dunned, DunningCandidate candidate, List<OpenItemRow> overdue, Money fee) {
    CustomerCard customer = customers.card(candidate.customerId());
    if (customer.email() == null || customer.email().isBlank()) {
      return "";
    }
    Locale locale = "en".equals(customer.language()) ? Locale.ENGLISH : new Locale("pl", "PL");
    ResourceBundle texts =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    mailer.queue(
        "dunning-" + dunned.getId() + "-" + dunned.getLevel(),
        customer.email(),
        texts.getString("subject." + dunned.getLevel()) + " " + candidate.accountNumber(),
        text(texts, locale, customer, dunned.getLevel(), candidate, overdue, fee),
        null);
    return customer.email();
  }

  private String text(
      ResourceBundle texts,
      Locale locale,
      CustomerCard customer,
      DunningLevel level,
      DunningCandidate candidate,
      List<OpenItemRow> overdue,
      Money fee) {
    Operator operator = operators.operator();
    StringBuilder items = new StringBuilder();
    for (OpenItemRow item : overdue) {
      items.append(
          say(texts, locale, "item", item.number(), item.dueOn(), money(locale, item.open())));
      items.append('\n');
    }
    return say(
            texts,
            locale,
            "greeting",
            customer.displayName(),
            money(locale, candidate.facts().overdue()))
        + "\n\n"
        + items
        + "\n"
        + say(texts, locale, "consequence." + level, money(locale, fee))
        + "\n\n"
        + say(
            texts,
            locale,
            "payment",
            operator.name(),
            new Iban(operator.iban()).spaced(),
            candidate.accountNumber())
        + "\n\n"
        + say(texts, locale, "closing", operator.name(), operator.phone(), operator.email())
        + "\n";
  }

  private static String say(ResourceBundle texts, Locale locale, String key, Object... values) {
    return new MessageFormat(texts.getString(key), locale).format(values);
  }

  private static String money(Locale locale, Money amount) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(amount.currency()));
    return format.format(amount.amount());
  }
}
