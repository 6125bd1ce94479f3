package com.asta.billing.service;

import com.asta.billing.rules.TaxRule;
import com.asta.billing.rules.TaxTable;
import com.asta.billing.rules.TaxedBuyer;
import com.asta.billing.rules.Texts;
import com.asta.billing.rules.VatRate;
import com.asta.billing.rules.VatTreatment;
import com.asta.common.service.Database;
import com.asta.common.service.OperatorProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** The policy and the tax rates. */
@ApplicationScoped
class Policies {
  @Inject private Database sql;
  @Inject private OperatorProfile profile;

  BillingPolicy policy() {
    return sql.first(
            "select approver_differs, default_cycle_day, payment_days, late_usage_days,"
                + " invoice_series, credit_series, correction_limit, final_bill_days, manual_limit"
                + " from billing.policy",
            row ->
                new BillingPolicy(
                    row.getBoolean("approver_differs"),
                    row.getInt("default_cycle_day"),
                    row.getInt("payment_days"),
                    row.getInt("late_usage_days"),
                    row.getString("invoice_series"),
                    row.getString("credit_series"),
                    row.getBigDecimal("correction_limit"),
                    row.getInt("final_bill_days"),
                    row.getBigDecimal("manual_limit")))
        .orElseThrow(() -> new IllegalStateException("Table billing.policy has no row"));
  }

  void limitManual(BigDecimal limit) {
    sql.update("update billing.policy set manual_limit = ?::numeric", limit);
  }

  /** One at a time opens bill runs. */
  void lock() {
    sql.rows("select id from billing.policy for update", row -> row.getInt(1));
  }

  TaxTable tax() {
    return new TaxTable(
        sql.rows(
            "select category, buyers, country, valid_from, valid_until, percent, label, treatment,"
                + " reason_en, reason_pl from billing.tax_rule",
            row ->
                new TaxRule(
                    row.getString("category"),
                    row.getString("buyers"),
                    row.getString("country"),
                    Database.date(row, "valid_from"),
                    Database.date(row, "valid_until"),
                    rate(row))));
  }

  /** A rate as a rule, a bill or an invoice keeps it. */
  static VatRate rate(ResultSet row) throws SQLException {
    String reason = row.getString("reason_en");
    return new VatRate(
        row.getBigDecimal("percent"),
        row.getString("label"),
        VatTreatment.valueOf(row.getString("treatment")),
        reason == null ? null : new Texts(reason, row.getString("reason_pl")));
  }

  boolean knows(String vatCategory, LocalDate day) {
    String home = profile.operator().country();
    return tax().of(TaxedBuyer.consumer(home)).rate(vatCategory, day).isPresent();
  }
}
