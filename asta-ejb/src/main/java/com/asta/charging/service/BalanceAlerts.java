package com.asta.charging.service;

import com.asta.charging.event.BalanceThresholdCrossed;
import com.asta.charging.event.BalanceThresholdCrossed.Direction;
import com.asta.charging.event.ChargingAccountStatusChanged;
import com.asta.common.service.Mailer;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Outbox;
import com.asta.common.service.Roles;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/**
 * Tells customers, in their language, by mail and by SMS: that little is left to spend, that their
 * account has to be recharged before it can be used again.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class BalanceAlerts {
  /** The queue of the SMS gateway. */
  public static final String SMS_QUEUE = "asta.notification.sms";

  private static final String BUNDLE = "com.asta.charging.service.alerts";

  @Inject private CustomerService customers;
  @Inject private OperatorProfile operators;
  @Inject private Mailer mailer;
  @Inject private Outbox outbox;

  /** Warns of a low balance; one that rose again is good news that nobody needs. */
  public void thresholdCrossed(BalanceThresholdCrossed fact) {
    if (fact.direction() == Direction.DOWN) {
      String key = "balance-" + fact.chargingAccountId() + "-" + fact.at().toEpochMilli();
      tell(key, "low", fact.accountId(), fact.serviceId(), fact.available(), fact.currency());
    }
  }

  /** Tells that an account cannot be used any more, and what to do. */
  public void statusChanged(ChargingAccountStatusChanged fact) {
    if (!"ACTIVE".equals(fact.to()) && fact.serviceId() != null) {
      String key = "life-" + fact.chargingAccountId() + "-" + fact.to() + "-" + fact.on();
      tell(key, fact.to(), fact.accountId(), fact.serviceId(), null, null);
    }
  }

  private void tell(
      String key,
      String what,
      long accountId,
      String serviceId,
      BigDecimal amount,
      String currency) {
    CustomerCard customer = customers.card(customers.account(accountId).customerId());
    Locale locale = "en".equals(customer.language()) ? Locale.ENGLISH : new Locale("pl", "PL");
    ResourceBundle texts =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    String number = serviceId == null ? "" : "+" + serviceId;
    String money = amount == null ? "" : money(locale, amount, currency);
    String text = say(texts, locale, "text." + what, number, money);
    String operator = operators.operator().name();
    if (customer.email() != null && !customer.email().isBlank()) {
      mailer.queue(
          key,
          customer.email(),
          say(texts, locale, "subject." + what, number, money),
          say(texts, locale, "mail", customer.displayName(), operator, text),
          null);
    }
    if (serviceId != null) {
      outbox.send(
          SMS_QUEUE,
          "SendSms",
          new SmsMessage(key, number, text, locale.getLanguage()),
          Map.of("language", locale.getLanguage()));
    }
  }

  private static String say(ResourceBundle texts, Locale locale, String key, Object... values) {
    return new MessageFormat(texts.getString(key), locale).format(values);
  }

  private static String money(Locale locale, BigDecimal amount, String currency) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance(currency.strip()));
    return format.format(amount);
  }
}
