package com.asta.payments.service;

import com.asta.common.Money;
import com.asta.common.service.Mailer;
import com.asta.common.service.Operator;
import com.asta.common.service.OperatorProfile;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.OwnReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Tells customers by mail what will be debited and when, in their language, once each. */
@ApplicationScoped
class PreNotifications {
  private static final String BUNDLE = "com.asta.payments.service.letters";

  @Inject private CustomerService customers;
  @Inject private MandateStore mandates;
  @Inject private OperatorProfile operators;
  @Inject private Mailer mailer;

  /** Queues a mail for each collection whose customer has an address. */
  void send(List<DebitCollections.Made> made) {
    if (made.isEmpty()) {
      return;
    }
    Operator operator = operators.operator();
    Map<Long, CustomerCard> cards =
        customers.cards(made.stream().map(each -> each.of().customerId()).distinct().toList());
    Map<Long, MandateRow> known =
        mandates.all(made.stream().map(each -> each.of().mandateId()).distinct().toList()).stream()
            .collect(Collectors.toMap(MandateRow::id, each -> each));
    for (DebitCollections.Made each : made) {
      CustomerCard customer = cards.get(each.of().customerId());
      if (hasAddress(customer)) {
        send(each, customer, known.get(each.of().mandateId()), operator);
      }
    }
  }

  private void send(
      DebitCollections.Made made, CustomerCard customer, MandateRow mandate, Operator operator) {
    Locale locale = locale(customer);
    ResourceBundle texts = texts(locale);
    String text =
        new MessageFormat(texts.getString("debit.text"), locale)
            .format(
                new Object[] {
                  customer.displayName(),
                  money(locale, made.planned().due().open()),
                  made.planned().collectionOn().toString(),
                  mandate.iban(),
                  made.planned().due().number(),
                  mandate.reference(),
                  mandate.creditorId(),
                  operator.name(),
                  operator.phone(),
                  operator.email()
                });
    mailer.queue(
        "debit-" + new OwnReference(OwnReference.Kind.DDC, made.id()).text(),
        customer.email(),
        texts.getString("debit.subject") + " " + made.planned().due().number(),
        text,
        null);
  }

  /** Tells customers that what was announced is not debited, by one statement. */
  void cancelled(List<CollectionRow> collections) {
    Operator operator = operators.operator();
    Map<Long, CustomerCard> cards =
        customers.cards(collections.stream().map(CollectionRow::customerId).distinct().toList());
    mailer.queueAll(
        collections.stream()
            .filter(each -> hasAddress(cards.get(each.customerId())))
            .map(each -> cancelled(each, cards.get(each.customerId()), operator))
            .toList());
  }

  private static Mailer.Draft cancelled(
      CollectionRow collection, CustomerCard customer, Operator operator) {
    Locale locale = locale(customer);
    ResourceBundle texts = texts(locale);
    return new Mailer.Draft(
        "debit-cancelled-" + collection.endToEndId(),
        customer.email(),
        texts.getString("debit.cancelled.subject") + " " + collection.number(),
        new MessageFormat(texts.getString("debit.cancelled.text"), locale)
            .format(
                new Object[] {
                  customer.displayName(),
                  money(locale, collection.amount()),
                  collection.collectionOn().toString(),
                  collection.iban(),
                  collection.number(),
                  operator.name(),
                  operator.phone(),
                  operator.email()
                }));
  }

  private static boolean hasAddress(CustomerCard customer) {
    return customer != null && customer.email() != null && !customer.email().isBlank();
  }

  private static Locale locale(CustomerCard customer) {
    return "en".equals(customer.language()) ? Locale.ENGLISH : new Locale("pl", "PL");
  }

  private static ResourceBundle texts(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE,
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  private static String money(Locale locale, Money amount) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(amount.currency()));
    return format.format(amount.amount());
  }
}
