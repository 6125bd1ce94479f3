package com.asta.charging.service;

import com.asta.charging.rules.Allowance;
import com.asta.charging.rules.BalanceControl;
import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.CounterId;
import com.asta.charging.rules.Rater;
import com.asta.charging.rules.Rating;
import com.asta.charging.rules.UsageEvent;
import com.asta.charging.rules.VoucherPin;
import com.asta.charging.service.ChargingAnswer.Granted;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingAnswer.Refused;
import com.asta.charging.service.ChargingBooks.Account;
import com.asta.charging.service.ChargingBooks.Entry;
import com.asta.charging.service.ChargingBooks.Given;
import com.asta.charging.service.ChargingBooks.Key;
import com.asta.charging.service.ChargingRequest.Type;
import com.asta.common.OperatorZone;
import com.asta.common.service.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides the requests of one batch in turn, on the state that the batch has locked. */
final class ChargingDecisions {
  private static final int BALANCE_SCALE = 4;

  private final TariffSnapshot tariffs;
  private final Map<String, Account> accounts;
  private final Map<Key, Given> known;
  private final Instant now;
  private final Map<Long, Account> changed = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Given> given = new ArrayList<>();

  ChargingDecisions(
      TariffSnapshot tariffs, Map<String, Account> accounts, Map<Key, Given> known, Instant now) {
    this.tariffs = tariffs;
    this.accounts = accounts;
    this.known = known;
    this.now = now;
  }

  Collection<Account> changed() {
    return changed.values();
  }

  List<Entry> entries() {
    return entries;
  }

  /** The answers to keep: those of requests that may change a balance. */
  List<Given> given() {
    return given;
  }

  ChargingAnswer decide(
      Connection connection, ChargingRequest request, long digest, String pinHash) {
    boolean changing = request.type().changing();
    Key key = Key.of(request);
    Given first = changing ? known.get(key) : null;
    if (first != null) {
      return first.request() == digest
          ? answer(first)
          : refused(request, Reason.CONFLICTING_REPEAT, "Another request had this number", null);
    }
    ChargingAnswer answer = fresh(connection, request, pinHash);
    if (changing) {
      Given now = new Given(key, digest, Json.write(answer));
      known.put(key, now);
      given.add(now);
    }
    return answer;
  }

  private ChargingAnswer fresh(Connection connection, ChargingRequest request, String pinHash) {
    String number = HomeNetwork.digits(request.subscriber());
    Account account = number == null ? null : accounts.get(number);
    if (account == null) {
      return refused(request, Reason.UNKNOWN_SUBSCRIBER, request.subscriber(), null);
    }
    return switch (request.type()) {
      case BALANCE_CHECK -> granted(request, account, BigDecimal.ZERO, null);
      case PRICE_ENQUIRY, EVENT_DEBIT -> use(request, account);
      case TOP_UP -> topUp(connection, request, account, pinHash);
      case REFUND -> refused(request, Reason.NOT_REFUNDABLE, "", account);
      case SESSION_INITIAL, SESSION_UPDATE, SESSION_TERMINATE ->
          refused(request, Reason.SESSION_UNKNOWN, request.sessionId(), account);
    };
  }

  private ChargingAnswer use(ChargingRequest request, Account account) {
    if (account.barred()) {
      return refused(request, Reason.ACCOUNT_BARRED, account.serviceId(), account);
    }
    Instant at = request.at() == null ? now : request.at();
    Optional<CompiledTariff> tariff = tariffs.on(account.tariffCode(), OperatorZone.dayOf(at));
    if (tariff.isEmpty()) {
      return refused(request, Reason.NO_TARIFF, account.tariffCode(), account);
    }
    String destination =
        request.destination() == null ? null : HomeNetwork.digits(request.destination());
    if (request.destination() != null && destination == null) {
      return refused(request, Reason.UNRATED_DESTINATION, request.destination(), account);
    }
    UsageEvent event = new UsageEvent(request.service(), at, destination, request.units());
    Rating rating =
        Rater.rate(tariff.get(), event, counter -> withoutAllowances(tariff.get(), counter));
    if (rating instanceof Rating.Unrated unrated) {
      return refused(request, Reason.valueOf(unrated.reason().name()), unrated.detail(), account);
    }
    return priced(request, account, tariff.get(), destination, (Rating.Rated) rating);
  }

  private ChargingAnswer priced(
      ChargingRequest request,
      Account account,
      CompiledTariff tariff,
      String destination,
      Rating.Rated rated) {
    BigDecimal price = rated.amount().setScale(BALANCE_SCALE, RoundingMode.HALF_UP);
    String explanation = rated.explanation().encode();
    if (request.type() == Type.PRICE_ENQUIRY) {
      return granted(request, account, price, explanation);
    }
    BalanceControl.Decision decision = BalanceControl.debit(account.balance(), price);
    if (decision instanceof BalanceControl.Refused refused) {
      return refused(
          request, Reason.LOW_BALANCE, "Missing " + refused.missing().toPlainString(), account);
    }
    Account after = book(account, (BalanceControl.Granted) decision);
    entries.add(
        new Entry(
            after.id(),
            "DEBIT",
            price.negate(),
            after.balance().amount(),
            Key.of(request),
            request.service(),
            destination,
            request.units(),
            tariff.versionId(),
            explanation));
    return granted(request, after, price, explanation);
  }

  private ChargingAnswer topUp(
      Connection connection, ChargingRequest request, Account account, String pinHash) {
    if (VoucherPin.normalised(request.voucher()) == null) {
      return refused(request, Reason.VOUCHER_UNKNOWN, "Not a voucher PIN", account);
    }
    ChargingBooks.UsedVoucher used = ChargingBooks.useVoucher(connection, pinHash, account, now);
    if (used == null) {
      String state = ChargingBooks.voucherState(connection, pinHash);
      return refused(request, Reason.valueOf("VOUCHER_" + state), "Voucher not accepted", account);
    }
    Account after = book(account, BalanceControl.topUp(account.balance(), used.value()));
    entries.add(
        new Entry(
            after.id(),
            "TOP_UP",
            used.value(),
            after.balance().amount(),
            Key.of(request),
            null,
            null,
            0,
            null,
            "voucher:" + used.serial()));
    return granted(request, after, used.value(), null);
  }

  private Account book(Account account, BalanceControl.Granted granted) {
    Account after =
        new Account(
            account.id(),
            account.serviceId(),
            account.tariffCode(),
            account.currency(),
            granted.after(),
            account.barred());
    accounts.put(after.serviceId(), after);
    changed.put(after.id(), after);
    return after;
  }

  /** Prepaid balances hold money only: an allowance counts as used up. */
  private static long withoutAllowances(CompiledTariff tariff, CounterId counter) {
    for (Allowance allowance : tariff.content().allowances()) {
      if (allowance.code().equals(counter.code())) {
        return allowance.units();
      }
    }
    return 0;
  }

  private static ChargingAnswer answer(Given first) {
    try {
      return Json.read(first.answer(), ChargingAnswer.class);
    } catch (Json.Malformed e) {
      throw new IllegalStateException("Stored answer " + first.key() + " is not readable", e);
    }
  }

  private static ChargingAnswer granted(
      ChargingRequest request, Account account, BigDecimal amount, String explanation) {
    return new Granted(
        request.sessionId(),
        request.requestNumber(),
        amount,
        account.balance().available(),
        account.currency(),
        explanation,
        List.of());
  }

  private static ChargingAnswer refused(
      ChargingRequest request, Reason reason, String detail, Account account) {
    BigDecimal balance = account == null ? null : account.balance().available();
    return new Refused(request.sessionId(), request.requestNumber(), reason, detail, balance);
  }
}
