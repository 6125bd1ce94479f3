package com.asta.billing.rules;

import com.asta.common.Money;
import com.asta.common.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Divides the charges of one account among those who pay them. The most special rule of a day
 * decides; a position is cut where rules begin or end, in proportion to its days. The parts sum
 * exactly to the whole.
 */
public final class PayerSplit {
  private static final Comparator<PayerRule> MOST_SPECIAL =
      Comparator.comparingInt(PayerRule::weight)
          .thenComparing(PayerRule::from)
          .thenComparingLong(PayerRule::payerAccountId);

  private final long accountId;
  private final List<PayerRule> rules;

  /** The recurring prices of one service for the same days. */
  private record Group(Long subscriptionId, Period period) {}

  /**
   * The rules of one account.
   *
   * @throws IllegalArgumentException if a rule is of another account
   */
  public PayerSplit(long accountId, List<PayerRule> rules) {
    rules.forEach(
        rule -> {
          if (rule.accountId() != accountId) {
            throw new IllegalArgumentException(rule + " is no rule of account " + accountId);
          }
        });
    this.accountId = accountId;
    this.rules = List.copyOf(rules);
  }

  /** True if the account pays everything itself. */
  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /**
   * What each account pays of items that are no usage, the owner's part under its own id. Deposits
   * stay with the owner, who gets them back.
   */
  public Map<Long, List<Item>> split(List<Item> items) {
    Map<Long, List<Item>> parts = new TreeMap<>();
    Map<Group, Money> groups = groups(items);
    for (Item item : items) {
      shares(item, groups)
          .forEach(
              (account, net) -> {
                if (!net.isZero()) {
                  parts.computeIfAbsent(account, id -> new ArrayList<>()).add(part(item, net));
                }
              });
    }
    return parts;
  }

  /**
   * What one account pays of the items; those of usage are its part already, made of what {@link
   * #usedBy} left it.
   */
  public List<Item> paidBy(long account, List<Item> items) {
    if (isEmpty() && account == accountId) {
      return items;
    }
    List<Item> paid = new ArrayList<>();
    Map<Group, Money> groups = groups(items);
    for (Item item : items) {
      if (PaidCharges.of(item) == PaidCharges.USAGE) {
        paid.add(item);
      } else {
        Money net = shares(item, groups).getOrDefault(account, Money.zero(item.net().currency()));
        boolean marks = item.net().isZero() && account == accountId;
        if (!net.isZero() || marks) {
          paid.add(part(item, net));
        }
      }
    }
    return paid;
  }

  /** The part of the usage that an account pays: by days, so that bills can subtract it. */
  public List<UsedTotal> usedBy(long account, List<UsedTotal> totals) {
    if (isEmpty()) {
      return account == accountId ? totals : List.of();
    }
    List<UsedTotal> used = new ArrayList<>();
    for (UsedTotal total : totals) {
      PayerRule rule = rule(PaidCharges.USAGE, total.subscriptionId(), total.day()).orElse(null);
      Money paid =
          rule == null ? Money.zero(total.rated().currency()) : total.rated().times(rule.share());
      if (rule != null && rule.payerAccountId() == account) {
        used.add(total.rated(paid));
      } else if (account == accountId && (rule == null || !rule.isWhole())) {
        used.add(total.rated(total.rated().minus(paid)));
      }
    }
    return used;
  }

  private Optional<PayerRule> rule(PaidCharges kind, Long subscription, LocalDate day) {
    return rules.stream().filter(r -> r.fits(kind, subscription, day)).max(MOST_SPECIAL);
  }

  private Map<Long, Money> shares(Item item, Map<Group, Money> groups) {
    if (item.kind() == ItemKind.DEPOSIT || item.kind() == ItemKind.DEPOSIT_RETURN) {
      return Map.of(accountId, item.net());
    }
    Map<Long, Money> shares = new LinkedHashMap<>();
    LocalDate from = item.period().start();
    for (LocalDate to : cuts(item.period())) {
      Money amount = upTo(item, to).minus(upTo(item, from));
      PayerRule rule = rule(PaidCharges.of(item), subscription(item), from).orElse(null);
      Money paid = rule == null ? Money.zero(amount.currency()) : paid(amount, item, rule, groups);
      if (rule != null) {
        shares.merge(rule.payerAccountId(), paid, Money::plus);
      }
      shares.merge(accountId, amount.minus(paid), Money::plus);
      from = to;
    }
    return shares;
  }

  /** The days on which another rule begins to decide, and the end. */
  private TreeSet<LocalDate> cuts(Period period) {
    TreeSet<LocalDate> cuts = new TreeSet<>(List.of(period.end()));
    for (PayerRule rule : rules) {
      for (LocalDate day : new LocalDate[] {rule.from(), rule.until()}) {
        if (day != null && day.isAfter(period.start()) && day.isBefore(period.end())) {
          cuts.add(day);
        }
      }
    }
    return cuts;
  }

  private static Money absolute(Money money) {
    return money.isNegative() ? money.negated() : money;
  }

  private static Money upTo(Item item, LocalDate day) {
    Period period = item.period();
    return day.equals(period.end())
        ? item.net()
        : item.net().fraction(ChronoUnit.DAYS.between(period.start(), day), period.days());
  }

  private static Money paid(Money amount, Item item, PayerRule rule, Map<Group, Money> groups) {
    if (rule.isWhole()) {
      return amount;
    }
    if (rule.limit() == null) {
      return amount.times(rule.share());
    }
    Money all = groups.get(group(item));
    Money most = limit(item, rule);
    boolean within = absolute(all).compareTo(most) <= 0;
    BigDecimal ratio =
        within
            ? rule.share()
            : most.amount().divide(absolute(all).amount(), MathContext.DECIMAL64).min(rule.share());
    return ratio.compareTo(BigDecimal.ONE) == 0 ? amount : amount.times(ratio);
  }

  /** The limit for the days of an item, prorated as its price is. */
  private static Money limit(Item item, PayerRule rule) {
    Origin origin = item.origin() instanceof Origin.Discounted less ? less.of() : item.origin();
    Period nominal = origin instanceof Origin.Phase phase ? phase.nominal() : null;
    if (nominal == null) {
      return rule.limit();
    }
    long months =
        ChronoUnit.MONTHS.between(YearMonth.from(nominal.start()), YearMonth.from(nominal.end()));
    Money whole = rule.limit().times(BigDecimal.valueOf(Math.max(1, months)));
    return new ProratedPeriod(item.period(), nominal).of(whole);
  }

  private static Map<Group, Money> groups(List<Item> items) {
    Map<Group, Money> groups = new LinkedHashMap<>();
    items.stream()
        .filter(item -> PaidCharges.of(item) == PaidCharges.RECURRING)
        .forEach(item -> groups.merge(group(item), item.net(), Money::plus));
    return groups;
  }

  private static Group group(Item item) {
    return new Group(subscription(item), item.period());
  }

  private static Long subscription(Item item) {
    return subscription(item.origin());
  }

  private static Long subscription(Origin origin) {
    if (origin instanceof Origin.Phase phase) {
      return phase.key().subscriptionId();
    }
    if (origin instanceof Origin.Discounted discounted) {
      return subscription(discounted.of());
    }
    return origin instanceof Origin.Usage usage ? usage.subscriptionId() : null;
  }

  private static Item part(Item item, Money net) {
    return new Item(
        item.kind(),
        item.origin(),
        item.period(),
        item.unitPrice(),
        net,
        item.vatCategory(),
        item.texts());
  }
}
