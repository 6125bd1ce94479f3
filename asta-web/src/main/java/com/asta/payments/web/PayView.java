package com.asta.payments.web;

import com.asta.common.Money;
import com.asta.common.web.Messages;
import com.asta.payments.rules.PayChannel;
import com.asta.payments.service.AttemptRow;
import com.asta.payments.service.CardRow;
import com.asta.payments.service.FinancialAccountService;
import com.asta.payments.service.NewAttempt;
import com.asta.payments.service.OpenItemRow;
import com.asta.payments.service.PaymentAttemptService;
import com.asta.payments.service.SavedCardService;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What the signed-in customer pays now, and how. */
@Named
@ViewScoped
public class PayView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/self-care/payment.xhtml?id=";

  @Inject private PaymentAttemptService attempts;
  @Inject private FinancialAccountService accounts;
  @Inject private SavedCardService cards;

  private final String requestKey = UUID.randomUUID().toString();
  private final Map<Long, Boolean> chosen = new HashMap<>();
  private Long item;
  private Long account;
  private PayChannel channel = PayChannel.PAGE;
  private String blikCode;
  private boolean remember;
  private transient List<OpenItemRow> items;
  private transient CardRow card;
  private transient boolean cardRead;
  private transient AttemptRow open;
  private transient boolean openRead;

  /** Chooses everything that is open, or the one item the customer came for. */
  public void load() {
    for (OpenItemRow each : getItems()) {
      chosen.putIfAbsent(each.id(), item == null || item == each.id());
    }
    if (getCard() != null) {
      channel = PayChannel.CARD;
    }
  }

  /** The open items of one account, oldest due first. */
  public List<OpenItemRow> getItems() {
    if (items == null) {
      List<OpenItemRow> all = accounts.myOpenItems();
      if (account == null) {
        account =
            all.stream()
                .filter(each -> item == null || item == each.id())
                .findFirst()
                .map(OpenItemRow::accountId)
                .orElse(null);
      }
      items = all.stream().filter(each -> Long.valueOf(each.accountId()).equals(account)).toList();
    }
    return items;
  }

  /** The sum of what is chosen. */
  public Money getTotal() {
    List<Money> sums = new ArrayList<>();
    for (OpenItemRow each : getItems()) {
      if (Boolean.TRUE.equals(chosen.get(each.id()))) {
        sums.add(each.open());
      }
    }
    return getItems().isEmpty() ? null : Money.sum(sums, getItems().get(0).open().currency());
  }

  /** Begins the payment and goes to where it is made. */
  public void pay() throws IOException {
    List<Long> ids =
        getItems().stream()
            .map(OpenItemRow::id)
            .filter(id -> Boolean.TRUE.equals(chosen.get(id)))
            .toList();
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext outside = faces.getExternalContext();
    AttemptRow row =
        attempts.payMine(
            new NewAttempt(
                requestKey,
                account,
                ids,
                channel,
                channel == PayChannel.BLIK && blikCode != null
                    ? blikCode.replaceAll("\\s", "")
                    : null,
                remember && channel == PayChannel.PAGE,
                faces.getViewRoot().getLocale().getLanguage(),
                ((HttpServletRequest) outside.getRequest()).getRemoteAddr()));
    boolean elsewhere = row.open() && row.pageUrl() != null;
    outside.redirect(elsewhere ? row.pageUrl() : outside.getRequestContextPath() + PAGE + row.id());
  }

  /** Lets the saved card pay by itself on due dates, or not. */
  public void autoPay(boolean wanted) {
    cards.payMineByItself(getCard().accountId(), wanted);
    cardRead = false;
    Messages.done("payments", wanted ? "pay.auto.on" : "pay.auto.off");
  }

  /** Forgets the saved card. */
  public void removeCard() {
    cards.removeMine(getCard().accountId());
    cardRead = false;
    channel = PayChannel.PAGE;
    Messages.done("payments", "pay.card.removed");
  }

  /** The saved card, null if there is none. */
  public CardRow getCard() {
    if (!cardRead) {
      getItems();
      card = account == null ? firstCard() : cards.mine(account).orElse(null);
      cardRead = true;
    }
    return card;
  }

  private CardRow firstCard() {
    return accounts.myBalances().stream()
        .flatMap(balance -> cards.mine(balance.accountId()).stream())
        .findFirst()
        .orElse(null);
  }

  /** The attempt that is not finished, null if there is none. */
  public AttemptRow getOpen() {
    if (!openRead) {
      open = attempts.myOpen().orElse(null);
      openRead = true;
    }
    return open;
  }

  /** Whether electronic payments are set up. */
  public boolean isPossible() {
    return attempts.isOpen();
  }

  public List<PayChannel> getChannels() {
    return getCard() == null
        ? List.of(PayChannel.PAGE, PayChannel.BLIK)
        : List.of(PayChannel.CARD, PayChannel.PAGE, PayChannel.BLIK);
  }

  public Map<Long, Boolean> getChosen() {
    return chosen;
  }

  public Long getItem() {
    return item;
  }

  public void setItem(Long item) {
    this.item = item;
  }

  public PayChannel getChannel() {
    return channel;
  }

  public void setChannel(PayChannel channel) {
    this.channel = channel;
  }

  public String getBlikCode() {
    return blikCode;
  }

  public void setBlikCode(String blikCode) {
    this.blikCode = blikCode;
  }

  public boolean isRemember() {
    return remember;
  }

  public void setRemember(boolean remember) {
    this.remember = remember;
  }
}
