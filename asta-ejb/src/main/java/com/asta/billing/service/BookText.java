package com.asta.billing.service;

import com.asta.billing.rules.ChargeKey;
import com.asta.billing.rules.UsageMonth;
import com.asta.common.Money;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns of a bill that hold its book: JSON, an array for each entry with its fields in a
 * fixed order, days as numbers such as 20260131. Each bill of a run writes and reads them, so they
 * are short and go by the stream.
 */
final class BookText {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String NOTHING = "[]";

  private interface Writer<T> {
    void write(StringBuilder text, T entry);
  }

  private interface Reader<T> {
    T read(JsonParser json) throws IOException;
  }

  private BookText() {}

  /** Subscription, first day of the phase, price, offer version, service, until, owner. */
  static String charged(List<Charged> charged) {
    return text(
        charged,
        (text, each) -> {
          text.append(each.key().subscriptionId()).append(',');
          text.append(number(each.key().phaseFrom())).append(',');
          text.append(each.key().priceId()).append(',');
          text.append(each.offerVersionId()).append(',');
          quoted(text, each.serviceId()).append(',');
          text.append(number(each.until())).append(',');
          text.append(each.owner());
        });
  }

  /**
   * As written by {@link #charged(List)}.
   *
   * @param accountId who owns what names no owner
   */
  static List<Charged> charged(String text, long accountId) {
    return entries(
        text,
        json -> {
          ChargeKey key = new ChargeKey(json.getLongValue(), nextDay(json), nextLong(json));
          long version = nextLong(json);
          String service = json.nextTextValue();
          LocalDate until = nextDay(json);
          boolean own = json.nextToken() == JsonToken.VALUE_NULL;
          return new Charged(key, version, service, until, own ? accountId : json.getLongValue());
        });
  }

  /** Subscription, charge code, tariff version, month, quantity, events, rated amount. */
  static String used(List<UsageMonth> used) {
    return text(
        used,
        (text, each) -> {
          text.append(each.subscriptionId()).append(',');
          quoted(text, each.chargeCode()).append(',');
          text.append(each.tariffVersionId()).append(',');
          text.append(number(each.month())).append(',');
          text.append(each.quantity().toPlainString()).append(',');
          text.append(each.events()).append(',');
          text.append(each.rated().amount().toPlainString());
        });
  }

  /** As written by {@link #used(List)}. */
  static List<UsageMonth> used(String text, String currency) {
    return entries(
        text,
        json -> {
          long subscription = json.getLongValue();
          String code = json.nextTextValue();
          long tariff = nextLong(json);
          LocalDate month = nextDay(json);
          json.nextToken();
          var quantity = json.getDecimalValue();
          long events = nextLong(json);
          json.nextToken();
          Money rated = Money.of(json.getDecimalValue(), currency);
          return new UsageMonth(subscription, code, tariff, month, quantity, events, rated);
        });
  }

  /** Ids of entered charges. */
  static String entered(List<Long> ids) {
    return ids.toString();
  }

  /** As written by {@link #entered(List)}. */
  static List<Long> entered(String text) {
    if (NOTHING.equals(text)) {
      return List.of();
    }
    List<Long> ids = new ArrayList<>();
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        ids.add(json.getLongValue());
      }
    } catch (IOException e) {
      throw new IllegalStateException("The book of a bill is unreadable: " + text, e);
    }
    return ids;
  }

  private static <T> String text(List<T> entries, Writer<T> writer) {
    if (entries.isEmpty()) {
      return NOTHING;
    }
    StringBuilder text = new StringBuilder(64 * entries.size());
    char before = '[';
    for (T entry : entries) {
      text.append(before).append('[');
      writer.write(text, entry);
      text.append(']');
      before = ',';
    }
    return text.append(']').toString();
  }

  private static StringBuilder quoted(StringBuilder text, String value) {
    if (value == null) {
      return text.append("null");
    }
    text.append('"');
    JsonStringEncoder.getInstance().quoteAsString(value, text);
    return text.append('"');
  }

  private static <T> List<T> entries(String text, Reader<T> reader) {
    if (NOTHING.equals(text)) {
      return List.of();
    }
    List<T> entries = new ArrayList<>();
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_ARRAY) {
        json.nextToken();
        entries.add(reader.read(json));
        json.nextToken();
      }
    } catch (IOException | DateTimeException e) {
      throw new IllegalStateException("The book of a bill is unreadable: " + text, e);
    }
    return entries;
  }

  private static long nextLong(JsonParser json) throws IOException {
    json.nextToken();
    return json.getLongValue();
  }

  private static LocalDate nextDay(JsonParser json) throws IOException {
    int day = (int) nextLong(json);
    return LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
  }

  private static int number(LocalDate day) {
    return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
  }
}
