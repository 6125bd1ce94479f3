package com.asta.billing.service;

import com.asta.billing.rules.TaxRule;
import com.asta.billing.rules.Texts;
import com.asta.billing.rules.VatRate;
import com.asta.billing.rules.VatTreatment;
import com.asta.billing.service.BillingRefused.Reason;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.Database;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The tax by category, class of buyers and country. What was in force is never changed. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN})
public class TaxRuleService {
  private static final String COUNTRY = "[A-Z]{2}|" + TaxRule.WORLD + "|\\*";

  @Inject private Database sql;
  @Inject private Policies policies;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** All rules, by category and class, newest first. */
  public List<TaxRuleRow> list() {
    return sql.rows(
        "select * from billing.tax_rule order by category, buyers, country, valid_from desc",
        row ->
            new TaxRuleRow(
                row.getLong("id"),
                row.getString("category"),
                row.getString("buyers"),
                row.getString("country"),
                Database.date(row, "valid_from"),
                Database.date(row, "valid_until"),
                row.getBigDecimal("percent"),
                row.getString("label"),
                VatTreatment.valueOf(row.getString("treatment")),
                row.getString("reason_en"),
                row.getString("reason_pl")));
  }

  /**
   * Adds a rule from a day on; the rule for the same category, class and country ends that day.
   *
   * @throws BillingRefused TAX_RULE_INVALID, TAX_RULE_PAST before tomorrow, TAX_RULE_EXISTS
   */
  public void add(TaxRuleRow wanted) {
    check(wanted);
    LocalDate today = OperatorZone.dayOf(clock.instant());
    if (!wanted.from().isAfter(today)) {
      throw new BillingRefused(Reason.TAX_RULE_PAST, today);
    }
    policies.lock();
    sql.update(
        "update billing.tax_rule set valid_until = ? where category = ? and buyers = ?"
            + " and country = ? and valid_until is null and valid_from < ?",
        wanted.from(),
        wanted.category(),
        wanted.buyers(),
        wanted.country(),
        wanted.from());
    int added = insert(wanted);
    if (added == 0) {
      throw new BillingRefused(Reason.TAX_RULE_EXISTS, wanted.from());
    }
    audit.record(
        "TaxRule", 0, "added", wanted.category() + " " + wanted.country(), null, wanted.label());
  }

  private int insert(TaxRuleRow wanted) {
    return sql.update(
        "insert into billing.tax_rule (category, buyers, country, valid_from, percent, label,"
            + " treatment, reason_en, reason_pl) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " on conflict do nothing",
        wanted.category(),
        wanted.buyers(),
        wanted.country(),
        wanted.from(),
        wanted.percent(),
        wanted.label(),
        wanted.treatment(),
        wanted.reasonEn(),
        wanted.reasonPl());
  }

  private static void check(TaxRuleRow wanted) {
    if (isBlank(wanted.category())
        || isBlank(wanted.label())
        || wanted.from() == null
        || wanted.percent() == null
        || !wanted.country().matches(COUNTRY)) {
      throw new BillingRefused(Reason.TAX_RULE_INVALID);
    }
    boolean explained = !isBlank(wanted.reasonEn()) && !isBlank(wanted.reasonPl());
    try {
      new VatRate(
          wanted.percent(),
          wanted.label(),
          wanted.treatment(),
          explained ? new Texts(wanted.reasonEn(), wanted.reasonPl()) : null);
    } catch (IllegalArgumentException contradiction) {
      throw new BillingRefused(Reason.TAX_RULE_INVALID);
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
