package com.asta.charging.web;

import com.asta.charging.service.ChargingAnswer;
import com.asta.common.OperatorZone;
import com.asta.common.web.Format;
import com.asta.common.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;

/** Says how a recharge by voucher went. */
@ApplicationScoped
public class VoucherWords {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

  void recharged(ChargingAnswer.Granted granted) {
    Messages.done(
        "charging",
        "prepaid.recharged",
        Format.money(granted.amount(), granted.currency()),
        Format.money(granted.balance(), granted.currency()));
  }

  /** The reason; after too many wrong PINs also the minute from which one may go on. */
  void refused(ChargingAnswer.Refused refused) {
    boolean wait = refused.reason() == ChargingAnswer.Reason.TOO_MANY_TRIES;
    Messages.error(
        null,
        "charging",
        "answer." + refused.reason(),
        wait ? minute(Instant.parse(refused.detail())) : refused.detail());
  }

  /** The first whole minute that is not before an instant. */
  private static String minute(Instant open) {
    return MINUTE.format(open.plusSeconds(59).atZone(OperatorZone.ID));
  }
}
