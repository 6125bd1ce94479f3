package com.asta.charging.web;

import com.asta.charging.model.ChargingAccountStatus;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.AdjustmentRow;
import com.asta.charging.service.BucketRow;
import com.asta.charging.service.LedgerRow;
import com.asta.charging.service.NewBucket;
import com.asta.charging.service.PrepaidCard;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.web.Format;
import com.asta.common.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.List;

/** Says in plain words what accounts, buckets and causes of changes are. */
@Named
@ApplicationScoped
public class AccountWords {
  @Inject private PriceWords prices;

  /** An account's number, or its name if a group shares it. */
  public String label(PrepaidCard card) {
    return card.shared() ? card.name() : Format.phone("+" + card.serviceId());
  }

  /** The colour of a status. */
  public String css(ChargingAccountStatus status) {
    return switch (status) {
      case ACTIVE -> "tag-ok";
      case GRACE -> "tag-warn";
      case BARRED -> "tag-bad";
      case CLOSED -> "tag-off";
    };
  }

  /** Those of the buckets that an account may use. */
  public List<BucketRow> of(List<BucketRow> buckets, PrepaidCard card) {
    return buckets.stream().filter(row -> row.chargingAccountId() == card.id()).toList();
  }

  /** A quantity of a bucket: money, minutes, megabytes. */
  public String bucket(BucketRow bucket, BigDecimal quantity) {
    return quantity(bucket.unit(), bucket.currency(), quantity);
  }

  /** A quantity of an entry. */
  public String ledger(LedgerRow row, BigDecimal quantity) {
    return quantity(row.unit(), row.currency(), quantity);
  }

  /** What a bucket may be used for. */
  public String filter(BucketRow bucket) {
    return filter(bucket.service(), bucket.zones(), bucket.bands());
  }

  /** The last day of a bucket's validity; without end for one that has none. */
  public String lastDay(BucketRow bucket) {
    return bucket.validTo() == null
        ? text("bucket.endless")
        : Format.date(bucket.validTo().minusSeconds(1).atZone(OperatorZone.ID).toLocalDate());
  }

  /** The size of a bucket that somebody asked for. */
  public String wished(AdjustmentRow row) {
    NewBucket bucket = row.bucket();
    return bucket.units()
        ? prices.quantity(bucket.service().unit(), bucket.amount())
        : Format.amount(row.amount());
  }

  /** For what, and until when, it may be used. */
  public String wish(NewBucket bucket) {
    String until =
        bucket.validTo() == null ? "" : " " + text("bucket.until", Format.date(bucket.validTo()));
    return filter(bucket.service(), bucket.zones(), bucket.bands()) + until;
  }

  /** What was used: a called number or the service. */
  public String use(LedgerRow row) {
    String what =
        row.destination() == null
            ? row.service() == null ? text("entry.DEBIT") : text("service." + row.service())
            : Format.phone("+" + row.destination());
    return row.units() == 0 ? what : what + " · " + prices.units(row.service(), row.units());
  }

  /** What changed a balance other than a price, from its stored cause. */
  public String cause(String stored) {
    String[] parts = stored.split(":", 3);
    if (parts.length == 1) {
      return stored.equals("forfeit") ? text("cause.forfeit") : stored;
    }
    String rest = stored.substring(parts[0].length() + 1);
    return switch (parts[0]) {
      case "voucher" -> text("cause.voucher", rest);
      case "payment" -> text("cause.payment", source(parts[1]), parts.length > 2 ? parts[2] : "");
      case "transfer-to" -> text("cause.transferTo", Format.phone("+" + rest));
      case "transfer-from" -> text("cause.transferFrom", Format.phone("+" + rest));
      case "transfer-fee" -> text("cause.transferFee", Format.phone("+" + rest));
      case "adjustment" ->
          text("adjustment.reason." + parts[1]) + (parts.length > 2 ? ": " + parts[2] : "");
      case "bill" -> text("cause.bill", rest);
      case "expiry" -> text("cause.expiry", cause(rest));
      default -> stored;
    };
  }

  /** Where a payment was made, in words. */
  private static String source(String source) {
    String key = "payment.source." + source;
    String text = text(key);
    return text.equals(key) ? source : text;
  }

  private static String filter(ServiceKind service, List<String> zones, List<String> bands) {
    StringBuilder text =
        new StringBuilder(service == null ? text("bucket.any") : text("service." + service));
    if (!zones.isEmpty()) {
      text.append(", ").append(String.join(" ", zones));
    }
    if (!bands.isEmpty()) {
      text.append(", ").append(String.join(" ", bands));
    }
    return text.toString();
  }

  /** A quantity in a unit of usage, or in money where there is none. */
  public String quantity(String unit, String currency, BigDecimal quantity) {
    if (unit == null) {
      return Format.amount(Money.of(quantity, currency));
    }
    boolean negative = quantity.signum() < 0;
    return (negative ? "−" : "") + prices.quantity(unit, quantity.abs());
  }

  private static String text(String key, Object... arguments) {
    return Messages.text(FacesContext.getCurrentInstance(), "charging", key, arguments);
  }
}
