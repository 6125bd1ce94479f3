package com.asta.products.web;

import com.asta.common.Money;
import com.asta.common.web.Format;
import com.asta.common.web.Messages;
import com.asta.products.rules.Discount;
import com.asta.products.rules.DiscountKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in plain words, in the person's language, what a discount takes off and when. */
@Named
@ApplicationScoped
public class DiscountWords {

  /** One sentence: how much off what, for which months, under which condition. */
  public String of(Discount discount, String currency) {
    return Stream.of(
            value(discount, currency), what(discount), months(discount), condition(discount))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String value(Discount discount, String currency) {
    if (discount.value() == null) {
      return "–";
    }
    return discount.kind() == DiscountKind.PERCENT
        ? text("discount.said.PERCENT", plain(discount.value()))
        : text("discount.said.ABSOLUTE", Format.amount(Money.of(discount.value(), currency)));
  }

  private static String what(Discount discount) {
    return discount.priceCode() == null
        ? text("discount.of." + discount.scope())
        : text("discount.price", discount.priceCode());
  }

  private static String months(Discount discount) {
    int from = discount.fromMonth();
    if (discount.months() == null) {
      return from == 1 ? "" : text("discount.months.from", from);
    }
    return from == 1
        ? text("discount.months.first", discount.months())
        : text("discount.months.range", from, from + discount.months() - 1);
  }

  private static String condition(Discount discount) {
    return switch (discount.condition()) {
      case ALWAYS -> "";
      case SUBSCRIPTIONS, USAGE ->
          text("discount.when." + discount.condition(), plain(discount.threshold()));
      case HELD_WITH, PROMOTION ->
          text("discount.when." + discount.condition(), String.valueOf(discount.subject()));
    };
  }

  private static String plain(BigDecimal value) {
    return value == null ? "–" : value.stripTrailingZeros().toPlainString();
  }

  private static String text(String key, Object... arguments) {
    return Messages.text(FacesContext.getCurrentInstance(), "products", key, arguments);
  }
}
