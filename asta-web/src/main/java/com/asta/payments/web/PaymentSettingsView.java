package com.asta.payments.web;

import com.asta.common.web.Messages;
import com.asta.payments.rules.CsvMapping;
import com.asta.payments.rules.MatchPolicy;
import com.asta.payments.rules.MatchRule;
import com.asta.payments.service.PaymentPolicy;
import com.asta.payments.service.PaymentSettingsService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How payments are taken in: the order of rules, the write-off limit, accounts, tables. */
@Named
@ViewScoped
public class PaymentSettingsView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PaymentSettingsService settings;

  private final List<MatchRule> order = new ArrayList<>();
  private BigDecimal smallDifference;
  private String prefix;
  private String others;
  private transient PaymentPolicy policy;
  private transient List<CsvMapping> mappings;

  /** Loads the settings of now. */
  public void load() {
    policy = settings.policy();
    order.clear();
    order.addAll(policy.match().order());
    smallDifference = policy.smallDifference().displayAmount();
    prefix = policy.virtual().prefixes().stream().findFirst().orElse("");
    List<String> accounts = policy.own().accounts();
    others = String.join("\n", accounts.subList(1, accounts.size()));
    mappings = settings.mappings();
  }

  /** Tries a rule one place earlier. */
  public void up(int at) {
    Collections.swap(order, at, at - 1);
  }

  /** Tries a rule one place later. */
  public void down(int at) {
    Collections.swap(order, at, at + 1);
  }

  /** Does not try a rule any more. */
  public void leaveOut(int at) {
    order.remove(at);
  }

  /** Tries a rule again, last. */
  public void takeIn(MatchRule rule) {
    if (!order.contains(rule)) {
      order.add(rule);
    }
  }

  /** Keeps the order and the limit. */
  public void saveRules() {
    settings.matchBy(order, smallDifference == null ? BigDecimal.ZERO : smallDifference);
    Messages.done("payments", "settings.saved");
    load();
  }

  /** Keeps the bank accounts. */
  public void saveAccounts() {
    settings.accounts(others == null ? List.of() : others.lines().toList(), prefix);
    Messages.done("payments", "settings.saved");
    load();
  }

  public List<MatchRule> getOrder() {
    return order;
  }

  /** Automatic rules that are not tried. */
  public List<MatchRule> getLeftOut() {
    return MatchPolicy.USUAL.order().stream().filter(rule -> !order.contains(rule)).toList();
  }

  public PaymentPolicy getPolicy() {
    return policy;
  }

  /** What a customer's virtual account looks like. */
  public String getExample() {
    return policy.virtual().of(1).map(com.asta.common.Iban::spaced).orElse("");
  }

  public List<CsvMapping> getMappings() {
    return mappings;
  }

  public BigDecimal getSmallDifference() {
    return smallDifference;
  }

  public void setSmallDifference(BigDecimal smallDifference) {
    this.smallDifference = smallDifference;
  }

  public String getPrefix() {
    return prefix;
  }

  public void setPrefix(String prefix) {
    this.prefix = prefix;
  }

  public String getOthers() {
    return others;
  }

  public void setOthers(String others) {
    this.others = others;
  }
}
