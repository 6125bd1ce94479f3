package com.asta.payments.model;

import com.asta.common.Money;
import com.asta.payments.rules.AskSchedule;
import com.asta.payments.rules.AttemptState;
import com.asta.payments.rules.PayChannel;
import com.asta.payments.rules.PaymentMethod;
import com.asta.payments.rules.ProviderFacts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A customer's attempt to pay through a provider; its state follows from what is known. */
@Entity
@Table(schema = "payments", name = "payment_attempt")
public class PaymentAttempt {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "payment_attempt_seq")
  @SequenceGenerator(
      name = "payment_attempt_seq",
      schema = "payments",
      sequenceName = "payment_attempt_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "account_id")
  private long accountId;

  @Column(name = "customer_id")
  private long customerId;

  private String gateway;

  @Column(name = "external_id")
  private String externalId;

  @Column(name = "request_key")
  private String requestKey;

  @Enumerated(EnumType.STRING)
  private PayChannel channel;

  private String items;
  private BigDecimal amount;
  private String currency;

  @Column(name = "card_id")
  private Long cardId;

  @Column(name = "remember_card")
  private boolean rememberCard;

  @Column(name = "auto_pay")
  private boolean autoPay;

  private String language;

  @Enumerated(EnumType.STRING)
  private AttemptState state;

  @Enumerated(EnumType.STRING)
  private AttemptState told;

  @Column(name = "told_at")
  private Instant toldAt;

  @Column(name = "timed_out_at")
  private Instant timedOutAt;

  @Column(name = "provider_id")
  private String providerId;

  @Column(name = "page_url")
  private String pageUrl;

  @Enumerated(EnumType.STRING)
  private PaymentMethod method;

  private String failure;

  @Column(name = "payment_id")
  private Long paymentId;

  private int asked;

  @Column(name = "next_ask_at")
  private Instant nextAskAt;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "started_by")
  private String startedBy;

  @Column(name = "finished_at")
  private Instant finishedAt;

  @Column(name = "payout_id")
  private Long payoutId;

  @Version private long version;

  protected PaymentAttempt() {}

  /**
   * A new attempt.
   *
   * @param externalId our number of the order, unique at the provider
   * @param requestKey of the form or job that asks for it; the same one pays once
   */
  public PaymentAttempt(
      FinancialAccount account,
      String gateway,
      String externalId,
      String requestKey,
      PayChannel channel) {
    this.accountId = account.getAccountId();
    this.customerId = account.getCustomerId();
    this.gateway = gateway;
    this.externalId = externalId;
    this.requestKey = requestKey;
    this.channel = channel;
    this.state = AttemptState.NEW;
    this.told = AttemptState.NEW;
  }

  /** What is to be paid: open items in the order they are settled. */
  public PaymentAttempt paying(Collection<Long> openItemIds, Money total, String inLanguage) {
    items = openItemIds.stream().map(String::valueOf).collect(Collectors.joining(" "));
    amount = total.amount();
    currency = total.currency();
    language = inLanguage;
    return this;
  }

  public PaymentAttempt withCard(Long card, boolean remember) {
    cardId = card;
    rememberCard = remember;
    return this;
  }

  /** Begins; {@code byItself} if no person asked for it. */
  public PaymentAttempt started(Instant at, String by, boolean byItself) {
    startedAt = at;
    startedBy = by;
    autoPay = byItself;
    nextAskAt = at.plus(AskSchedule.after(0).orElseThrow());
    return this;
  }

  /** The provider told a state, when asked at an instant or by itself. */
  public void told(AttemptState what, Instant at) {
    follow(facts().told(what, at), at);
  }

  /** The provider was asked at an instant and did not answer. */
  public void timedOut(Instant at) {
    follow(facts().timedOut(at), at);
  }

  /** What the provider tells besides the state; null keeps what is known. */
  public void learn(String id, String page, PaymentMethod how, String why) {
    providerId = id == null ? providerId : id;
    pageUrl = page == null ? pageUrl : page;
    method = how == null ? method : how;
    failure = why == null ? failure : why;
  }

  /** The provider will have been asked once more; the next time comes later, or not at all. */
  public void asked(Instant at) {
    asked++;
    nextAskAt = AskSchedule.after(asked).map(at::plus).orElse(null);
  }

  /** Whether nobody began it, asked or told anything of it after an instant. */
  public boolean isQuietSince(Instant instant) {
    return !startedAt.isAfter(instant)
        && (toldAt == null || !toldAt.isAfter(instant))
        && (timedOutAt == null || !timedOutAt.isAfter(instant));
  }

  /** The card was saved, or need not be any more. */
  public void cardSaved() {
    rememberCard = false;
  }

  public void paid(long payment) {
    paymentId = payment;
  }

  private ProviderFacts<AttemptState> facts() {
    return new ProviderFacts<>(told, toldAt, timedOutAt);
  }

  private void follow(ProviderFacts<AttemptState> facts, Instant at) {
    told = facts.told();
    toldAt = facts.toldAt();
    timedOutAt = facts.timedOutAt();
    state = facts.state();
    if (state.isFinal()) {
      finishedAt = finishedAt == null ? at : finishedAt;
      nextAskAt = null;
    }
  }

  public Long getId() {
    return id;
  }

  public long getAccountId() {
    return accountId;
  }

  public long getCustomerId() {
    return customerId;
  }

  public String getGateway() {
    return gateway;
  }

  public String getExternalId() {
    return externalId;
  }

  public String getRequestKey() {
    return requestKey;
  }

  public PayChannel getChannel() {
    return channel;
  }

  /** The open items to settle first, in their order. */
  public Set<Long> getItems() {
    return Arrays.stream(items.split(" "))
        .filter(each -> !each.isEmpty())
        .map(Long::valueOf)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  public Money getTotal() {
    return Money.of(amount, currency);
  }

  public Long getCardId() {
    return cardId;
  }

  public boolean isRememberCard() {
    return rememberCard;
  }

  public boolean isAutoPay() {
    return autoPay;
  }

  public String getLanguage() {
    return language;
  }

  public AttemptState getState() {
    return state;
  }

  public String getProviderId() {
    return providerId;
  }

  public PaymentMethod getMethod() {
    return method;
  }

  public Long getPaymentId() {
    return paymentId;
  }

  public Instant getStartedAt() {
    return startedAt;
  }

  public String getStartedBy() {
    return startedBy;
  }
}
