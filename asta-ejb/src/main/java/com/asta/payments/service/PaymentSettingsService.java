package com.asta.payments.service;

import com.asta.common.Iban;
import com.asta.common.Money;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.OperatorProfile;
import com.asta.common.service.Roles;
import com.asta.payments.rules.CsvMapping;
import com.asta.payments.rules.MatchPolicy;
import com.asta.payments.rules.MatchRule;
import com.asta.payments.rules.OwnAccounts;
import com.asta.payments.rules.VirtualAccounts;
import com.asta.payments.service.PaymentsRefused.Reason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** How payments are taken in: order of rules, write-off limit, own and virtual accounts, tables. */
@Stateless
@RolesAllowed({Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
public class PaymentSettingsService {
  private static final long POLICY = 1;

  @Inject private PaymentPolicies policies;
  @Inject private OperatorProfile operators;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** The settings of now. */
  @RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public PaymentPolicy policy() {
    return policies.policy();
  }

  /**
   * Sets the order of rules and the limit of write-offs.
   *
   * @param order what is left out is not tried
   * @throws PaymentsRefused NOT_AN_ORDER, AMOUNT_NOT_POSITIVE, AMOUNT_TOO_FINE
   */
  public void matchBy(List<MatchRule> order, BigDecimal smallDifference) {
    if (order.stream().distinct().count() < order.size()
        || !order.stream().allMatch(MatchRule::isAutomatic)) {
      throw new PaymentsRefused(Reason.NOT_AN_ORDER);
    }
    PaymentPolicy old = policies.policy();
    Money limit = Money.of(smallDifference, operators.operator().currency());
    if (limit.isNegative()) {
      throw new PaymentsRefused(Reason.AMOUNT_NOT_POSITIVE);
    }
    if (!limit.rounded().equals(limit)) {
      throw new PaymentsRefused(Reason.AMOUNT_TOO_FINE);
    }
    audit.change(
        "PaymentPolicy", POLICY, "matchOrder", old.match().order().toString(), order.toString());
    audit.change(
        "PaymentPolicy",
        POLICY,
        "smallDifference",
        old.smallDifference().toString(),
        limit.toString());
    policies.store(new PaymentPolicy(new MatchPolicy(order), limit, old.own()));
  }

  /**
   * Sets the bank accounts besides the one on invoices, and the prefix of virtual accounts; numbers
   * made with a former prefix are still recognised.
   *
   * @param prefix empty for none
   * @throws PaymentsRefused NOT_A_PREFIX
   */
  public void accounts(Collection<String> others, String prefix) {
    PaymentPolicy old = policies.policy();
    List<String> accounts = new ArrayList<>(List.of(old.own().main()));
    others.stream()
        .map(PaymentPolicies::plain)
        .filter(each -> !each.isEmpty() && !accounts.contains(each))
        .forEach(accounts::add);
    String plain = prefix == null ? "" : prefix.replaceAll("\\s", "");
    if (!plain.isEmpty() && !VirtualAccounts.isPrefix(plain)) {
      throw new PaymentsRefused(Reason.NOT_A_PREFIX, plain);
    }
    List<String> prefixes = new ArrayList<>(old.virtual().prefixes());
    if (!plain.isEmpty()) {
      prefixes.remove(plain);
      prefixes.add(0, plain);
    }
    OwnAccounts own = new OwnAccounts(accounts, new VirtualAccounts(prefixes));
    audit.change(
        "PaymentPolicy", POLICY, "accounts", old.own().accounts().toString(), accounts.toString());
    audit.change(
        "PaymentPolicy",
        POLICY,
        "virtualPrefixes",
        old.virtual().prefixes().toString(),
        prefixes.toString());
    policies.store(new PaymentPolicy(old.match(), old.smallDifference(), own));
  }

  /** The tables of banks that were mapped. */
  @RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public List<CsvMapping> mappings() {
    return List.copyOf(policies.mappings().values());
  }

  /**
   * Keeps how a table is read; a mapping of the same header is replaced.
   *
   * @throws PaymentsRefused MAPPING_INCOMPLETE, MAPPING_NAME_TAKEN
   */
  @RolesAllowed({Roles.CASHIER, Roles.BILLING, Roles.ADMIN, Roles.SYSTEM})
  public void map(CsvMapping mapping) {
    if (mapping.name().isBlank() || mapping.date() == 0 || mapping.amount() == 0) {
      throw new PaymentsRefused(Reason.MAPPING_INCOMPLETE);
    }
    if (policies.nameTaken(mapping)) {
      throw new PaymentsRefused(Reason.MAPPING_NAME_TAKEN, mapping.name());
    }
    policies.store(mapping, clock.instant(), user.name());
    audit.record("PaymentPolicy", POLICY, "mapped", mapping.name(), null, mapping.header());
  }

  /** The virtual account of an account; empty while there are none. */
  @RolesAllowed({
    Roles.AGENT,
    Roles.CASHIER,
    Roles.BILLING,
    Roles.ADMIN,
    Roles.CUSTOMER,
    Roles.SYSTEM
  })
  public Optional<Iban> virtualAccount(long accountId) {
    return policies.policy().virtual().of(accountId);
  }
}
