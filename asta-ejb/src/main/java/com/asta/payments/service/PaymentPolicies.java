package com.asta.payments.service;

import com.asta.common.Iban;
import com.asta.common.Money;
import com.asta.common.service.Database;
import com.asta.common.service.Json;
import com.asta.common.service.Operator;
import com.asta.common.service.OperatorProfile;
import com.asta.payments.rules.CsvMapping;
import com.asta.payments.rules.MatchPolicy;
import com.asta.payments.rules.MatchRule;
import com.asta.payments.rules.OwnAccounts;
import com.asta.payments.rules.VirtualAccounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The one policy of payments, and the tables of banks that were mapped. */
@ApplicationScoped
class PaymentPolicies {
  @Inject private Database sql;
  @Inject private OperatorProfile operators;

  PaymentPolicy policy() {
    Operator operator = operators.operator();
    return sql.first(
            "select * from payments.policy where id = 1",
            row ->
                new PaymentPolicy(
                    new MatchPolicy(
                        words(row.getString("match_order")).stream()
                            .map(MatchRule::valueOf)
                            .toList()),
                    Money.of(row.getBigDecimal("small_difference"), operator.currency()),
                    new OwnAccounts(
                        accounts(operator.iban(), row.getString("own_accounts")),
                        new VirtualAccounts(words(row.getString("virtual_prefixes"))))))
        .orElseThrow();
  }

  void store(PaymentPolicy policy) {
    List<String> accounts = policy.own().accounts();
    sql.update(
        "update payments.policy set match_order = ?, small_difference = ?, virtual_prefixes = ?,"
            + " own_accounts = ? where id = 1",
        policy.match().order().stream().map(Enum::name).collect(Collectors.joining(" ")),
        policy.smallDifference().amount(),
        String.join(" ", policy.virtual().prefixes()),
        String.join("\n", accounts.subList(1, accounts.size())));
  }

  /** The tables that are known, by id. */
  Map<Long, CsvMapping> mappings() {
    Map<Long, CsvMapping> mappings = new TreeMap<>();
    sql.rows(
            "select id, content from payments.csv_mapping",
            row -> Map.entry(row.getLong("id"), mapping(row.getString("content"))))
        .forEach(each -> mappings.put(each.getKey(), each.getValue()));
    return mappings;
  }

  /** Stores a mapping; another of the same header is replaced. */
  void store(CsvMapping mapping, Instant at, String by) {
    sql.update(
        "insert into payments.csv_mapping (name, header, content, changed_at, changed_by)"
            + " values (?, ?, ?, ?, ?) on conflict (header) do update set name = excluded.name,"
            + " content = excluded.content, changed_at = excluded.changed_at,"
            + " changed_by = excluded.changed_by",
        mapping.name(),
        mapping.header(),
        Json.write(mapping),
        at,
        by);
  }

  boolean nameTaken(CsvMapping mapping) {
    return sql.first(
            "select 1 from payments.csv_mapping where name = ? and header <> ?",
            row -> true,
            mapping.name(),
            mapping.header())
        .isPresent();
  }

  private static CsvMapping mapping(String content) {
    try {
      return Json.read(content, CsvMapping.class);
    } catch (Json.Malformed broken) {
      throw new IllegalStateException("Mapping " + content, broken);
    }
  }

  private static List<String> accounts(String operator, String others) {
    List<String> accounts = new ArrayList<>();
    accounts.add(plain(operator));
    others.lines().map(String::strip).filter(each -> !each.isEmpty()).forEach(accounts::add);
    return accounts;
  }

  static String plain(String account) {
    return Optional.ofNullable(account)
        .flatMap(Iban::parse)
        .map(Iban::value)
        .orElseGet(() -> account.strip());
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.split("\\s+")).filter(each -> !each.isEmpty()).toList();
  }
}
