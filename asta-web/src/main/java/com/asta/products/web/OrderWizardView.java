package com.asta.products.web;

import com.asta.common.OperatorZone;
import com.asta.common.web.Messages;
import com.asta.customers.service.AccountCard;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerQuery;
import com.asta.customers.service.CustomerRow;
import com.asta.customers.service.CustomerService;
import com.asta.products.rules.PriceKind;
import com.asta.products.service.CatalogueService;
import com.asta.products.service.NewOrder;
import com.asta.products.service.OfferCard;
import com.asta.products.service.OrderPreview;
import com.asta.products.service.OrderService;
import com.asta.products.service.PriceCard;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * The order wizard: customer, offers, numbers and date, review. Its request key is as old as the
 * view, so that confirming twice is one order.
 */
@Named
@ViewScoped
public class OrderWizardView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FOUND = 8;

  @Inject private CustomerService customers;
  @Inject private CatalogueService catalogue;
  @Inject private OrderService orders;
  @Inject private Clock clock;

  private final String requestKey = UUID.randomUUID().toString();
  private final List<BasketLine> basket = new ArrayList<>();
  private int step = 1;
  private Long customerId;
  private Long accountId;
  private String search;
  private LocalDate wishedOn;
  private String promotions;
  private transient List<CustomerRow> found;
  private transient List<OfferCard> offers;
  private transient CustomerCard customer;
  private transient OrderPreview preview;

  /** View action: with a customer in the address, the wizard begins with the offers. */
  public void load() {
    if (wishedOn == null) {
      wishedOn = getToday();
      if (customerId != null) {
        choose(customerId);
      }
    }
  }

  public void find() {
    found = customers.list(new CustomerQuery(search, null, null, null), 0, FOUND);
  }

  public void choose(long id) {
    List<AccountCard> accounts = customers.accountsOf(id);
    customerId = id;
    accountId = accounts.get(0).id();
    customer = null;
    step = 2;
  }

  public void add(OfferCard offer) {
    basket.add(
        new BasketLine(
            offer,
            offer.bundledOfferCodes().isEmpty()
                ? List.of()
                : catalogue.members(offer.offerVersionId(), getToday())));
  }

  public void remove(BasketLine line) {
    basket.remove(line);
  }

  /** Goes back to a step that was passed. */
  public void back(int earlier) {
    step = Math.min(step, earlier);
  }

  /** From the offers to the details, with free numbers proposed. */
  public void detail() {
    if (basket.isEmpty()) {
      Messages.error(null, "products", "refusal.EMPTY_ORDER");
      return;
    }
    basket.forEach(BasketLine::spread);
    List<UnitLine> open =
        basket.stream()
            .flatMap(line -> line.getUnits().stream())
            .filter(unit -> unit.getNumber() == null)
            .toList();
    if (!open.isEmpty()) {
      List<String> used = getUnits().stream().map(UnitLine::getNumber).toList();
      Iterator<String> free =
          orders.freeNumbers(open.size() + used.size()).stream()
              .filter(number -> !used.contains(number))
              .iterator();
      open.stream().filter(unit -> free.hasNext()).forEach(unit -> unit.setNumber(free.next()));
    }
    step = 3;
  }

  /** From the details to the review; what the order service would refuse is refused here. */
  public void review() {
    preview = orders.preview(wanted());
    step = 4;
  }

  /** Places the order and shows it. */
  public String confirm() {
    long id = orders.place(wanted());
    Messages.done("products", "wizard.placed");
    return "/products/order.xhtml?faces-redirect=true&id=" + id;
  }

  private NewOrder wanted() {
    return new NewOrder(
        requestKey,
        accountId,
        basket.stream().map(BasketLine::item).toList(),
        wishedOn,
        getPromotionCodes());
  }

  /** The promotion codes as the order redeems them. */
  public List<String> getPromotionCodes() {
    return promotions == null || promotions.isBlank()
        ? List.of()
        : List.of(promotions.strip().toUpperCase(Locale.ROOT).split("[\\s,;]+"));
  }

  public String getPromotions() {
    return promotions;
  }

  public void setPromotions(String promotions) {
    this.promotions = promotions;
  }

  public OrderPreview getPreview() {
    if (preview == null && step == 4) {
      preview = orders.preview(wanted());
    }
    return preview;
  }

  /** The versions that would be billed, for the preview of the first bill. */
  public List<Long> getBilledVersionIds() {
    return step == 4 ? getPreview().billedVersionIds() : List.of();
  }

  public List<OfferCard> getOffers() {
    if (offers == null) {
      offers = catalogue.sellable(getToday());
    }
    return offers;
  }

  public BigDecimal monthly(OfferCard offer) {
    return sum(offer, PriceKind.RECURRING);
  }

  public BigDecimal oneTime(OfferCard offer) {
    return sum(offer, PriceKind.ONE_TIME);
  }

  /** The sum of the basket's prices of a kind, net, with members beyond a bundle's price. */
  public BigDecimal basketSum(String kind) {
    PriceKind wanted = PriceKind.valueOf(kind);
    BigDecimal total = BigDecimal.ZERO;
    for (BasketLine line : basket) {
      total = total.add(times(line.getCode(), 1, wanted));
      for (MemberChoice member : line.getMembers()) {
        int beyond = member.getQuantity() - member.getIncluded();
        total = total.add(times(member.getCode(), Math.max(0, beyond), wanted));
      }
    }
    return total;
  }

  private BigDecimal times(String code, int quantity, PriceKind kind) {
    return getOffers().stream()
        .filter(offer -> offer.code().equals(code))
        .map(offer -> sum(offer, kind))
        .filter(Objects::nonNull)
        .map(price -> price.multiply(BigDecimal.valueOf(quantity)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  public String getCurrency() {
    return getOffers().stream()
        .flatMap(offer -> offer.prices().stream())
        .map(PriceCard::currency)
        .findFirst()
        .orElse("PLN");
  }

  private static BigDecimal sum(OfferCard offer, PriceKind kind) {
    return offer.prices().stream()
        .filter(price -> price.kind() == kind)
        .map(price -> price.recurrence().monthly(price.amount()))
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  public CustomerCard getCustomer() {
    if (customer == null && customerId != null) {
      customer = customers.card(customerId);
    }
    return customer;
  }

  public List<AccountCard> getAccounts() {
    return customers.accountsOf(customerId);
  }

  public List<UnitLine> getUnits() {
    return basket.stream().flatMap(line -> line.getUnits().stream()).toList();
  }

  public List<CustomerRow> getFound() {
    return found;
  }

  public List<BasketLine> getBasket() {
    return basket;
  }

  public int getStep() {
    return step;
  }

  public LocalDate getToday() {
    return OperatorZone.dayOf(clock.instant());
  }

  public Long getCustomerId() {
    return customerId;
  }

  public void setCustomerId(Long customerId) {
    this.customerId = customerId;
  }

  public Long getAccountId() {
    return accountId;
  }

  public void setAccountId(Long accountId) {
    this.accountId = accountId;
  }

  public String getSearch() {
    return search;
  }

  public void setSearch(String search) {
    this.search = search;
  }

  public LocalDate getWishedOn() {
    return wishedOn;
  }

  public void setWishedOn(LocalDate wishedOn) {
    this.wishedOn = wishedOn;
  }
}
