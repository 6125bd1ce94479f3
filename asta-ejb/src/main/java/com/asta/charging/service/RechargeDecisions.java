package com.asta.charging.service;

import com.asta.charging.event.ChargingAccountStatusChanged;
import com.asta.charging.rules.Balance;
import com.asta.charging.rules.Bucket;
import com.asta.charging.rules.Draw;
import com.asta.charging.rules.GuessThrottle;
import com.asta.charging.rules.Purse;
import com.asta.charging.rules.RechargeTarget;
import com.asta.charging.rules.VoucherPin;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingBooks.Entry;
import com.asta.charging.service.ChargingBooks.Key;
import com.asta.charging.service.VoucherBooks.UsedVoucher;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Decides what adds to a balance: vouchers, and charges that are given back. */
final class RechargeDecisions {
  private final LockedBatch batch;

  RechargeDecisions(LockedBatch batch) {
    this.batch = batch;
  }

  ChargingAnswer topUp(Ticket ticket, Holding holding, String pinHash) {
    ChargingRequest request = ticket.request();
    Connection connection = batch.connection();
    GuessThrottle.Policy patience = BalancePolicies.read(connection).guessing();
    String guesser = PinTries.account(holding.account().id());
    Instant open = PinTries.closedUntil(connection, guesser, batch.now(), patience);
    if (open != null) {
      return refused(request, Reason.TOO_MANY_TRIES, open.toString(), holding);
    }
    UsedVoucher used =
        VoucherPin.normalised(request.voucher()) == null
            ? null
            : VoucherBooks.use(connection, pinHash, holding.account(), batch.now());
    if (used == null) {
      Reason reason = VoucherBooks.refusal(connection, pinHash);
      if (reason == Reason.VOUCHER_UNKNOWN) {
        PinTries.wrong(connection, guesser, batch.now(), patience);
      }
      return refused(request, reason, "Voucher not accepted", holding);
    }
    PinTries.right(connection, guesser);
    return recharge(ticket, holding, used);
  }

  private ChargingAnswer recharge(Ticket ticket, Holding holding, UsedVoucher used) {
    long id = holding.account().id();
    String cause = "voucher:" + used.serial();
    batch.changes().entry(recharge(ticket.key(), holding, used.value(), cause));
    String status = AccountLife.recharged(batch.connection(), id, used.value(), batch.today());
    if (!status.equals("CLOSED")) {
      revive(holding, LaneAccount.Status.valueOf(status));
    }
    return Answers.granted(batch, ticket.request(), holding, used.value(), null);
  }

  private Entry recharge(Key key, Holding holding, BigDecimal value, String cause) {
    LaneAccount account = holding.account();
    Balance before = holding.balance();
    if (RechargeTarget.of(account.billed(), before.amount()) == RechargeTarget.BUCKET) {
      Bucket bucket = batch.recharge(holding, value, cause);
      return Entry.bucket(account.id(), bucket.id(), "TOP_UP", value, key, cause);
    }
    Balance after = new Balance(before.amount().add(value), before.reserved());
    holding.change(after);
    return Entry.plain(account.id(), "TOP_UP", value, after.amount(), key, cause);
  }

  private void revive(Holding holding, LaneAccount.Status status) {
    LaneAccount account = holding.account();
    if (account.status() != status) {
      batch
          .changes()
          .event(
              new ChargingAccountStatusChanged(
                  account.accountId(),
                  account.id(),
                  account.subscriptionId(),
                  account.serviceId(),
                  account.status().name(),
                  status.name(),
                  batch.today()));
    }
    holding.revive(status);
  }

  /**
   * Gives a debit back to where it came from, units of allowances and other counters too; of money,
   * the answer tells the sum.
   */
  ChargingAnswer refund(Ticket ticket, Holding holding) {
    ChargingRequest request = ticket.request();
    Key debit = LockedBatch.refunded(request);
    List<Entry> parts =
        taken(debit).stream().filter(part -> paidBy(part, holding.account())).toList();
    boolean counted = batch.uncount(holding, debit, request.requestNumber());
    if (parts.isEmpty() && !counted) {
      return refused(request, Reason.NOT_REFUNDABLE, "Request " + request.refundOf(), holding);
    }
    Purse before = batch.purse(holding);
    Purse after = before.refund(parts.stream().map(RechargeDecisions::draw).toList());
    batch.take(holding, after);
    takeOffBill(ticket, holding, parts, after.creditUsedSince(before));
    BigDecimal money = BigDecimal.ZERO;
    for (Entry part : parts) {
      if (part.unit() == null) {
        money = money.subtract(part.amount());
      }
      batch.changes().entry(refund(part, after, ticket));
    }
    return Answers.granted(batch, request, holding, money, null);
  }

  /** Debt that goes away by a refund goes away from the bill, too. */
  private void takeOffBill(Ticket ticket, Holding holding, List<Entry> parts, BigDecimal onCredit) {
    if (!holding.account().billed() || onCredit.signum() >= 0) {
      return;
    }
    Entry use =
        parts.stream().filter(part -> part.tariffVersionId() != null).findFirst().orElseThrow();
    new DrawBooking(batch, holding, ticket.key())
        .unbill(onCredit, UsePricing.of(batch.tariffs(), use, holding.account(), batch.now()));
  }

  /** What a request took, in this batch or before it, and nobody gave back. */
  private List<Entry> taken(Key debit) {
    List<Entry> parts = new ArrayList<>(ChargingBooks.refundable(batch.connection(), debit));
    boolean returned = false;
    for (Entry entry : batch.changes().entries()) {
      if (entry.key().equals(debit) && entry.kind().equals("DEBIT")) {
        parts.add(entry);
      }
      returned |=
          entry.key().sessionId().equals(debit.sessionId())
              && Integer.valueOf(debit.requestNumber()).equals(entry.refundOf());
    }
    return returned ? List.of() : parts;
  }

  private static boolean paidBy(Entry part, LaneAccount account) {
    return part.memberId() == null
        ? part.accountId() == account.id()
        : part.memberId() == account.id();
  }

  private static Draw draw(Entry part) {
    return new Draw(part.bucketId(), part.amount().negate());
  }

  private Entry refund(Entry part, Purse after, Ticket ticket) {
    return new Entry(
        part.accountId(),
        part.bucketId(),
        part.unit(),
        "REFUND",
        part.amount().negate(),
        part.bucketId() == null ? after.main().amount() : batch.bucket(part.bucketId()).amount(),
        ticket.key(),
        part.part(),
        part.service(),
        part.destination(),
        part.units(),
        part.tariffVersionId(),
        part.explanation(),
        null,
        null,
        ticket.request().refundOf(),
        part.memberId());
  }

  private ChargingAnswer refused(
      ChargingRequest request, Reason reason, String detail, Holding holding) {
    return Answers.refused(batch, request, reason, detail, holding);
  }
}
