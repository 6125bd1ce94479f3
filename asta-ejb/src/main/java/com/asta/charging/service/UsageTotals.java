package com.asta.charging.service;

import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.Rate;
import com.asta.charging.rules.ServiceKind;
import com.asta.common.Money;
import com.asta.common.service.Roles;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What accounts used, already added up per day as it was rated; billing reads nothing else. */
@Stateless
@RolesAllowed({
  Roles.SYSTEM,
  Roles.AGENT,
  Roles.BILLING,
  Roles.PRODUCT_MANAGER,
  Roles.OPERATOR,
  Roles.ADMIN
})
public class UsageTotals {
  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private TariffSnapshots tariffs;

  /**
   * Totals of postpaid usage, ordered by account, day, subscription and charge code, as they are
   * kept: nothing is sorted.
   *
   * @param from first day
   * @param to first day after the last; days are those of the events, not of the import
   */
  public List<UsageTotal> ofAccounts(Collection<Long> accountIds, LocalDate from, LocalDate to) {
    if (accountIds.isEmpty()) {
      return List.of();
    }
    TariffSnapshot snapshot = tariffs.current();
    return Sql.query(
        database,
        "select account_id, subscription_id, day, charge_code, service, quantity, events, rated,"
            + " currency, tariff_version_id from charging.usage_total"
            + " where account_id = any (?) and day >= ? and day < ?"
            + " order by account_id, day, subscription_id, charge_code, tariff_version_id",
        row ->
            total(
                snapshot,
                new UsageTotal(
                    row.getLong(1),
                    row.getLong(2),
                    Sql.date(row, 3),
                    row.getString(4),
                    row.getString(4),
                    row.getString(4),
                    ServiceKind.valueOf(row.getString(5)).unit(),
                    new BigDecimal(row.getString(6)),
                    row.getLong(7),
                    Money.of(row.getBigDecimal(8), row.getString(9)),
                    "STANDARD",
                    row.getLong(10))),
        Sql.ArrayOf.bigints(accountIds),
        from,
        to);
  }

  private static UsageTotal total(TariffSnapshot snapshot, UsageTotal bare) {
    Optional<Rate> rate =
        snapshot.version(bare.tariffVersionId()).flatMap(tariff -> rate(tariff, bare.chargeCode()));
    if (rate.isEmpty()) {
      return bare;
    }
    return new UsageTotal(
        bare.accountId(),
        bare.subscriptionId(),
        bare.day(),
        bare.chargeCode(),
        rate.get().nameEn(),
        rate.get().namePl(),
        bare.unit(),
        bare.quantity(),
        bare.events(),
        bare.rated(),
        rate.get().vatCategory(),
        bare.tariffVersionId());
  }

  private static Optional<Rate> rate(CompiledTariff tariff, String chargeCode) {
    return tariff.content().rates().stream()
        .filter(rate -> rate.code().equals(chargeCode))
        .findFirst();
  }
}
