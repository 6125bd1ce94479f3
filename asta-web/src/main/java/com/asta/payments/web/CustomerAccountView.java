package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.common.web.Messages;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.payments.rules.AgeingBucket;
import com.asta.payments.service.AgeingService;
import com.asta.payments.service.AllocationStory;
import com.asta.payments.service.DunningCaseService;
import com.asta.payments.service.DunningStanding;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.InstalmentPlanCard;
import com.asta.payments.service.InstalmentPlanService;
import com.asta.payments.service.OpenItemRow;
import com.asta.payments.service.PromiseRow;
import com.asta.payments.service.PromiseService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A customer's account as collections sees it: items by age, how they were settled, agreements. */
@Named
@ViewScoped
public class CustomerAccountView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private FinancialAccountService accounts;
  @Inject private AgeingService ageing;
  @Inject private DunningCaseService dunning;
  @Inject private PromiseService promises;
  @Inject private InstalmentPlanService plans;
  @Inject private CustomerService customers;

  private long account;
  private BigDecimal promised;
  private LocalDate promisedFor;
  private String promiseNote;
  private List<Long> planItems;
  private int parts = 3;
  private LocalDate first;
  private int graceDays = 3;
  private String planNote;
  private transient DunningStanding standing;
  private transient CustomerCard customer;
  private transient List<OpenItemRow> items;
  private transient Map<AgeingBucket, Money> buckets;
  private transient Map<Long, List<AllocationStory>> stories;
  private transient List<PromiseRow> promisesMade;
  private transient List<InstalmentPlanCard> plansMade;

  /** Loads the account. */
  public void load() {
    standing = dunning.standing(account);
    customer = customers.card(standing.customerId());
    buckets = ageing.of(account);
    items =
        accounts.openItemsOf(standing.customerId(), true).stream()
            .filter(item -> item.accountId() == account)
            .toList();
    stories =
        ageing.stories(account).stream()
            .collect(Collectors.groupingBy(AllocationStory::openItemId));
    promisesMade = promises.ofAccount(account);
    plansMade = plans.ofAccount(account);
  }

  /** Takes the customer's word. */
  public String promise() {
    promises.promise(account, promised, promisedFor, promiseNote);
    Messages.done("payments", "promise.made");
    return again();
  }

  /** Takes a promise back. */
  public String withdraw(long promiseId) {
    promises.withdraw(account, promiseId);
    Messages.done("payments", "promise.withdrawn");
    return again();
  }

  /** Splits items into instalments. */
  public String agree() {
    plans.agree(account, planItems, parts, first, graceDays, planNote);
    Messages.done("payments", "plan.agreed");
    return again();
  }

  /** Ends a plan. */
  public String end(long planId) {
    plans.end(account, planId);
    Messages.done("payments", "plan.ended");
    return again();
  }

  private static String again() {
    return "/payments/customer-account.xhtml?faces-redirect=true&includeViewParams=true";
  }

  /** How an item was settled. */
  public List<AllocationStory> stories(long itemId) {
    return stories.getOrDefault(itemId, List.of());
  }

  /** The age of an open item. */
  public AgeingBucket bucket(OpenItemRow item) {
    return AgeingBucket.of(item.overdueDays());
  }

  public List<OpenItemRow> getOpenItems() {
    return items.stream().filter(item -> item.open().isPositive()).toList();
  }

  public DunningStanding getStanding() {
    return standing;
  }

  public CustomerCard getCustomer() {
    return customer;
  }

  public List<OpenItemRow> getItems() {
    return items;
  }

  public Map<AgeingBucket, Money> getBuckets() {
    return buckets;
  }

  public AgeingBucket[] getAges() {
    return AgeingBucket.values();
  }

  public List<PromiseRow> getPromisesMade() {
    return promisesMade;
  }

  public List<InstalmentPlanCard> getPlansMade() {
    return plansMade;
  }

  public long getAccount() {
    return account;
  }

  public void setAccount(long account) {
    this.account = account;
  }

  public BigDecimal getPromised() {
    return promised;
  }

  public void setPromised(BigDecimal promised) {
    this.promised = promised;
  }

  public LocalDate getPromisedFor() {
    return promisedFor;
  }

  public void setPromisedFor(LocalDate promisedFor) {
    this.promisedFor = promisedFor;
  }

  public String getPromiseNote() {
    return promiseNote;
  }

  public void setPromiseNote(String promiseNote) {
    this.promiseNote = promiseNote;
  }

  public List<Long> getPlanItems() {
    return planItems;
  }

  public void setPlanItems(List<Long> planItems) {
    this.planItems = planItems;
  }

  public int getParts() {
    return parts;
  }

  public void setParts(int parts) {
    this.parts = parts;
  }

  public LocalDate getFirst() {
    return first;
  }

  public void setFirst(LocalDate first) {
    this.first = first;
  }

  public int getGraceDays() {
    return graceDays;
  }

  public void setGraceDays(int graceDays) {
    this.graceDays = graceDays;
  }

  public String getPlanNote() {
    return planNote;
  }

  public void setPlanNote(String planNote) {
    this.planNote = planNote;
  }
}
