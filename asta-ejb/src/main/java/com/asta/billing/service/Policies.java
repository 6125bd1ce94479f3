package com.asta.billing.service;

import com.asta.billing.rules.TaxCalculator;
import com.asta.billing.rules.VatRate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;

/** The policy and the tax rates. */
@ApplicationScoped
class Policies {
  @Inject private Sql sql;

  BillingPolicy policy() {
    return sql.first(
            "select approver_differs, default_cycle_day, payment_days, late_usage_days,"
                + " invoice_series from billing.policy",
            row ->
                new BillingPolicy(
                    row.getBoolean("approver_differs"),
                    row.getInt("default_cycle_day"),
                    row.getInt("payment_days"),
                    row.getInt("late_usage_days"),
                    row.getString("invoice_series")))
        .orElseThrow(() -> new IllegalStateException("Table billing.policy has no row"));
  }

  /** One at a time opens bill runs. */
  void lock() {
    sql.list("select id from billing.policy for update", row -> row.getInt(1));
  }

  TaxCalculator tax() {
    return new TaxCalculator(
        sql.list(
            "select category, percent, label, valid_from, valid_until from billing.vat_rate",
            row ->
                new VatRate(
                    row.getString("category"),
                    row.getBigDecimal("percent"),
                    row.getString("label"),
                    Sql.date(row, "valid_from"),
                    Sql.date(row, "valid_until"))));
  }

  boolean knows(String vatCategory, LocalDate day) {
    return tax().rate(vatCategory, day).isPresent();
  }
}
