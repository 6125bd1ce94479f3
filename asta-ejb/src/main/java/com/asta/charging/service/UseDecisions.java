package com.asta.charging.service;

import com.asta.charging.rules.Counters;
import com.asta.charging.rules.Draw;
import com.asta.charging.rules.Purse;
import com.asta.charging.rules.Purse.Payment;
import com.asta.charging.rules.Rating;
import com.asta.charging.rules.Rating.Rated;
import com.asta.charging.rules.Rating.Unrated;
import com.asta.charging.rules.SessionControl;
import com.asta.charging.rules.Use;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingRequest.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Decides debits and price enquiries of locked accounts, with all that they can pay with. */
final class UseDecisions {
  private final LockedBatch batch;

  UseDecisions(LockedBatch batch) {
    this.batch = batch;
  }

  ChargingAnswer decide(Ticket ticket, Holding holding) {
    ChargingRequest request = ticket.request();
    LaneAccount account = holding.account();
    Reason barred = account.refusal(batch.today());
    if (barred != null) {
      return Answers.refused(batch, request, barred, account.serviceId(), holding);
    }
    UsePricing use = UsePricing.of(batch.tariffs(), account, request, batch.now(), batch.today());
    if (use.reason() != null) {
      return Answers.refused(batch, request, use.reason(), use.detail(), holding);
    }
    Purse purse = batch.purse(holding);
    Counters counters = batch.counters(holding);
    Rating rating = use.price(request.units(), 0, counters);
    if (rating instanceof Unrated unrated) {
      Reason reason = Reason.valueOf(unrated.reason().name());
      return Answers.refused(batch, request, reason, unrated.detail(), holding);
    }
    Use filtered = Use.of((Rated) rating);
    long units = purse.units(filtered, batch.now());
    Rated rated = units == 0 ? (Rated) rating : (Rated) use.price(request.units(), units, counters);
    BigDecimal price = SessionControl.balanceAmount(rated);
    BigDecimal missing = price.subtract(purse.spendable(filtered, batch.now()));
    if (request.type() == Type.EVENT_DEBIT) {
      if (missing.signum() > 0) {
        String detail = "Missing " + missing.toPlainString();
        return Answers.refused(batch, request, account.unpaid(), detail, holding);
      }
      take(ticket, holding, use, rated, price, filtered);
    }
    return Answers.granted(batch, request, holding, price, rated.explanation().encode());
  }

  private void take(
      Ticket ticket, Holding holding, UsePricing use, Rated rated, BigDecimal price, Use filtered) {
    DrawBooking booking = new DrawBooking(batch, holding, ticket.key());
    Payment units = batch.purse(holding).takeUnits(rated.paidUnits(), filtered, batch.now());
    Payment money = units.after().take(price, filtered, batch.now());
    List<Draw> draws = new ArrayList<>(units.draws());
    draws.addAll(money.draws());
    booking.book(money.after(), draws, use, rated, ticket.request().units());
    batch.count(holding, ticket.key(), rated.counters());
    booking.tell(rated.crossed());
  }
}
