package com.asta.billing.service;

import com.asta.billing.rules.BillCalendar;
import com.asta.charging.event.UsageRerated;
import com.asta.charging.event.UsageRerated.Difference;
import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What billing does when usage was rated again.
 *
 * <p>A bill takes the totals of usage less what bills before it took, as far back as late usage is
 * accepted; so the next bill corrects those months by itself. Only months that are older, and that
 * bills had taken, need a charge of their own.
 */
@Stateless
@RolesAllowed(Roles.SYSTEM)
public class UsageAdjustments {
  private static final String CODE = "RE-RATING";

  private record Account(BillCalendar calendar, LocalDate billedTo) {}

  @Inject private Database sql;
  @Inject private Policies policies;
  @Inject private ManualCharges charges;

  /** Puts the difference of months no bill looks at any more on the next bill, once. */
  public void take(UsageRerated fact) {
    Account account =
        sql.first(
                "select "
                    + CycleEnds.COLUMNS
                    + ", (select max(b.cycle_end) from billing.bill b where"
                    + " b.account_id = a.account_id and "
                    + Bills.FINAL
                    + ") as billed_to"
                    + " from billing.billing_account a where a.account_id = ?",
                row -> new Account(CycleEnds.calendar(row), Database.date(row, "billed_to")),
                fact.accountId())
            .orElse(null);
    if (account == null || account.billedTo() == null) {
      return;
    }
    LocalDate seen = seenFrom(account);
    List<Difference> unseen =
        fact.differences().stream().filter(each -> each.month().isBefore(seen)).toList();
    Map<String, BigDecimal> byCategory = new TreeMap<>();
    unseen.forEach(each -> byCategory.merge(each.vatCategory(), each.amount(), BigDecimal::add));
    byCategory.forEach(
        (category, sum) -> charge(fact, category, Money.of(sum, fact.currency()), unseen));
  }

  /** First day of usage that the next bill compares with what was billed. */
  private LocalDate seenFrom(Account account) {
    BillCalendar calendar = account.calendar();
    LocalDate nextEnd = calendar.onOrAfter(account.billedTo().plusDays(1));
    return calendar.usedFrom(nextEnd, policies.policy().lateUsageDays());
  }

  private void charge(UsageRerated fact, String category, Money sum, List<Difference> unseen) {
    if (sum.rounded().isZero()) {
      return;
    }
    List<YearMonth> months =
        unseen.stream().map(each -> YearMonth.from(each.month())).distinct().sorted().toList();
    YearMonth first = months.get(0);
    YearMonth last = months.get(months.size() - 1);
    String span = first.equals(last) ? first.toString() : first + " – " + last;
    charges.add(
        "re-rating-" + fact.reRatingId() + "-" + fact.accountId() + "-" + category,
        fact.accountId(),
        CODE,
        sum,
        "Usage rated again, " + span,
        "Użycie przeliczone, " + span,
        category);
  }
}
