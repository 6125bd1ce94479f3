package com.asta.charging.service;

import com.asta.charging.model.TariffVersion;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.charging.service.RepricingCard.Purpose;
import com.asta.charging.service.RepricingCard.Status;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Roles;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Past usage priced anew: what a draft would change, and the correction of prices that were wrong.
 * Whole months are priced, because counters count months.
 */
@Stateless
@RolesAllowed({Roles.PRODUCT_MANAGER, Roles.BILLING, Roles.OPERATOR, Roles.ADMIN, Roles.SYSTEM})
public class RepricingService {
  private static final int MOST_MONTHS = 13;

  @PersistenceContext private EntityManager em;
  @Inject private Repricings repricings;
  @Inject private CustomerService customers;
  @Inject private TariffSnapshots tariffs;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Notes that usage of a month is to be priced by a version of its tariff, as a what-if; its job
   * does the work.
   */
  @RolesAllowed({Roles.PRODUCT_MANAGER, Roles.ADMIN, Roles.SYSTEM})
  public long whatIf(long versionId, YearMonth month) {
    TariffVersion version = em.find(TariffVersion.class, versionId);
    if (version == null) {
      throw new ChargingRefused(Reason.UNKNOWN_TARIFF, versionId);
    }
    checkMonths(month, month);
    String code = version.getTariff().getCode();
    return add(Purpose.WHAT_IF, month, month, code, versionId, null, "");
  }

  /**
   * Notes that usage is to be priced anew by the tariffs now in force for its days; first its job
   * only tells what would change.
   *
   * @param tariffCode usage of this tariff only; null for all
   * @param customerId usage of this customer only; null for all
   * @param reason why, for the history
   */
  @RolesAllowed({Roles.PRODUCT_MANAGER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public long reRating(
      YearMonth first, YearMonth last, String tariffCode, Long customerId, String reason) {
    checkMonths(first, last);
    if (tariffCode != null && !tariffs.current().hasCode(tariffCode)) {
      throw new ChargingRefused(Reason.UNKNOWN_TARIFF, tariffCode);
    }
    if (customerId != null && !customers.cards(List.of(customerId)).containsKey(customerId)) {
      throw new ChargingRefused(Reason.UNKNOWN_CUSTOMER, customerId);
    }
    if (reason == null || reason.isBlank()) {
      throw new ChargingRefused(Reason.REASON_MISSING);
    }
    return add(Purpose.RE_RATING, first, last, tariffCode, null, customerId, reason.strip());
  }

  private long add(
      Purpose purpose,
      YearMonth first,
      YearMonth last,
      String tariffCode,
      Long versionId,
      Long customerId,
      String reason) {
    RepricingCard card =
        new RepricingCard(
            0,
            purpose,
            Status.TRIAL,
            first.atDay(1),
            last.plusMonths(1).atDay(1),
            tariffCode,
            versionId,
            null,
            customerId,
            reason,
            user.name(),
            clock.instant(),
            null,
            null,
            null);
    long id = repricings.add(card);
    audit.record("Repricing", id, "started", null, null, card.months());
    return id;
  }

  private void checkMonths(YearMonth first, YearMonth last) {
    YearMonth current = YearMonth.from(OperatorZone.dayOf(clock.instant()));
    boolean wrong =
        first == null
            || last == null
            || last.isBefore(first)
            || last.isAfter(current)
            || !last.isBefore(first.plusMonths(MOST_MONTHS));
    if (wrong) {
      throw new ChargingRefused(Reason.WRONG_MONTHS, first, last, MOST_MONTHS);
    }
  }

  /** Lets the job of a tried re-rating store the new prices. */
  @RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public void apply(long id) {
    decide(id, Status.APPLYING);
    audit.record("Repricing", id, "applied", null, null, null);
  }

  /** Leaves everything as it was. */
  @RolesAllowed({Roles.PRODUCT_MANAGER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public void cancel(long id) {
    decide(id, Status.CANCELLED);
    audit.record("Repricing", id, "cancelled", null, null, null);
  }

  private void decide(long id, Status status) {
    RepricingCard card = repricings.locked(id);
    if (card.status() != Status.REVIEW) {
      throw new ChargingRefused(Reason.NOT_IN_REVIEW, id, card.status());
    }
    repricings.status(
        id,
        status,
        status == Status.APPLYING ? user.name() : null,
        status == Status.CANCELLED ? clock.instant() : null);
  }

  /** Notes which job works on it. */
  public void workedOnBy(long id, long executionId) {
    repricings.workedOnBy(id, executionId);
  }

  /** What-ifs or re-ratings, the newest first. */
  public List<RepricingCard> list(Purpose purpose, int offset, int limit) {
    return repricings.list(purpose, offset, limit);
  }

  /** One repricing. */
  public RepricingCard card(long id) {
    return repricings.get(id);
  }

  /** What it adds up to so far, in each currency. */
  public List<RepricingTotals> totals(long id) {
    return repricings.totals(id);
  }

  /** What changes in each zone, the greatest change first. */
  public List<RepricedZone> zones(long id) {
    return repricings.zones(id);
  }

  /** How many customers gain and lose how much. */
  public RepricingSpread spread(long id) {
    return repricings.spread(id);
  }

  /** Accounts that pay less, the greatest fall first. */
  public List<RepricedAccount> winners(long id, int limit) {
    return rows(repricings.accounts(id, -1, 0, limit));
  }

  /** Accounts that pay more, the greatest rise first. */
  public List<RepricedAccount> losers(long id, int limit) {
    return rows(repricings.accounts(id, 1, 0, limit));
  }

  /** All accounts, the greatest change first. */
  public List<RepricedAccount> accounts(long id, int offset, int limit) {
    return rows(repricings.accounts(id, 0, offset, limit));
  }

  /** The months that can be priced anew, the latest first. */
  public List<YearMonth> months() {
    LocalDate today = OperatorZone.dayOf(clock.instant());
    return IntStream.range(0, MOST_MONTHS)
        .mapToObj(back -> YearMonth.from(today).minusMonths(back))
        .toList();
  }

  private List<RepricedAccount> rows(List<Repricings.AccountSum> sums) {
    Map<Long, AccountCard> accounts =
        customers.accounts(sums.stream().map(Repricings.AccountSum::accountId).toList());
    Map<Long, CustomerCard> cards =
        customers.cards(sums.stream().map(Repricings.AccountSum::customerId).distinct().toList());
    return sums.stream().map(sum -> row(sum, accounts, cards)).toList();
  }

  private static RepricedAccount row(
      Repricings.AccountSum sum, Map<Long, AccountCard> accounts, Map<Long, CustomerCard> cards) {
    AccountCard account = accounts.get(sum.accountId());
    CustomerCard customer = cards.get(sum.customerId());
    return new RepricedAccount(
        sum.accountId(),
        account == null ? String.valueOf(sum.accountId()) : account.number(),
        sum.customerId(),
        customer == null ? "–" : customer.displayName(),
        sum.events(),
        sum.changed(),
        sum.unrated(),
        sum.before(),
        sum.after());
  }
}
