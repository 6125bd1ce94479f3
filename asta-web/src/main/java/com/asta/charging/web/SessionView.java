package com.asta.charging.web;

import com.asta.charging.rules.SessionGroup;
import com.asta.charging.service.ChargingAnswer.Granted;
import com.asta.charging.service.ChargingAnswer.Refused;
import com.asta.charging.service.SessionCard;
import com.asta.charging.service.SessionService;
import com.asta.common.Money;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;

/** One session of online charging: its groups and all its answers. */
@Named
@ViewScoped
public class SessionView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private SessionService sessions;
  @Inject private SessionWords words;

  private String id;
  private transient SessionCard card;

  /** Loads the session, or says that there is none. */
  public void load() throws IOException {
    card = id == null ? null : sessions.session(id).orElse(null);
    if (card == null) {
      FacesContext faces = FacesContext.getCurrentInstance();
      faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
      faces.responseComplete();
    }
  }

  public SessionCard getCard() {
    return card;
  }

  /** What an answer said of each group. */
  public List<PlayedStep.Part> parts(SessionCard.Answered answered) {
    return answered.answer() instanceof Granted granted
        ? words.parts(granted, List.of(), card.groups())
        : List.of();
  }

  /** Why an answer is a refusal; null if it is none. */
  public String refused(SessionCard.Answered answered) {
    return answered.answer() instanceof Refused refused ? words.reason(refused.reason()) : null;
  }

  /** What an answer took. */
  public Money amount(SessionCard.Answered answered) {
    return answered.answer() instanceof Granted granted
        ? Money.of(granted.amount(), granted.currency())
        : null;
  }

  /** What may be spent after an answer. */
  public Money balance(SessionCard.Answered answered) {
    BigDecimal left =
        answered.answer() instanceof Granted granted
            ? granted.balance()
            : ((Refused) answered.answer()).balance();
    return left == null ? null : Money.of(left, card.row().charged().currency());
  }

  /** What a group has paid. */
  public Money charged(SessionGroup group) {
    return Money.of(group.charged(), card.row().charged().currency());
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
