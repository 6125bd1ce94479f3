package com.asta.charging.web;

import com.asta.charging.rules.Explanation;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.SessionGroup;
import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingAnswer.Granted;
import com.asta.charging.service.ChargingAnswer.Refused;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.ChargingRequest.Type;
import com.asta.charging.service.GroupAnswer;
import com.asta.charging.service.GroupRequest;
import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.common.service.Json;
import com.asta.common.web.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Says in plain words what the engine was asked and what it answered. */
@Named
@ApplicationScoped
public class SessionWords {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  @Inject private PriceWords words;

  /**
   * A step of the player.
   *
   * @param groups of the session after it
   * @param currency of the account; null where none was found
   * @param versionId tariff version of a one-time event; null where there is none
   */
  PlayedStep step(
      ChargingRequest request,
      ChargingAnswer answer,
      Instant at,
      List<SessionGroup> groups,
      String currency,
      Long versionId) {
    Granted granted = answer instanceof Granted yes ? yes : null;
    Refused refused = answer instanceof Refused no ? no : null;
    return new PlayedStep(
        request.sessionId(),
        request.requestNumber(),
        request.type().name(),
        TIME.format(at.atZone(OperatorZone.ID)),
        refused == null ? null : reason(refused.reason()),
        refused == null ? null : refused.detail(),
        granted == null ? null : Money.of(granted.amount(), granted.currency()),
        money(granted == null ? refused.balance() : granted.balance(), currency),
        granted == null || versionId == null
            ? List.of()
            : lines(granted.explanation(), request.service(), currency, versionId),
        granted == null ? List.of() : parts(granted, request.groups(), groups),
        Json.pretty(request),
        Json.pretty(answer),
        granted != null && request.type() == Type.EVENT_DEBIT);
  }

  /** The parts of an answer of a session, without what was asked. */
  List<PlayedStep.Part> parts(
      Granted granted, List<GroupRequest> asked, List<SessionGroup> groups) {
    return granted.groups().stream()
        .map(
            answer ->
                part(
                    answer,
                    asked.stream()
                        .filter(one -> one.ratingGroup().equals(answer.ratingGroup()))
                        .findFirst()
                        .orElse(null),
                    groups.stream()
                        .filter(one -> one.name().equals(answer.ratingGroup()))
                        .findFirst()
                        .orElse(null),
                    granted.currency()))
        .toList();
  }

  private PlayedStep.Part part(
      GroupAnswer answer, GroupRequest asked, SessionGroup group, String currency) {
    ServiceKind service = group != null ? group.service() : asked == null ? null : asked.service();
    return new PlayedStep.Part(
        answer.ratingGroup(),
        asked == null || asked.usedUnits() == null ? null : words.units(service, asked.usedUnits()),
        answer.grantedUnits() == 0 ? null : words.units(service, answer.grantedUnits()),
        answer.validitySeconds() == 0
            ? null
            : words.units(ServiceKind.VOICE, answer.validitySeconds()),
        answer.refused() == null ? null : reason(answer.refused()),
        answer.finalUnit() == null
            ? null
            : text("player.last." + answer.finalUnit().action(), answer.finalUnit().redirectTo()),
        money(answer.charged(), currency),
        group == null
            ? List.of()
            : lines(answer.explanation(), service, currency, group.versionId()));
  }

  private List<String> lines(
      String explanation, ServiceKind service, String currency, long versionId) {
    return explanation == null || service == null
        ? List.of()
        : words.lines(Explanation.parse(explanation), service, currency, versionId);
  }

  /** Why, in words. */
  public String reason(ChargingAnswer.Reason reason) {
    return text("answer." + reason);
  }

  private static Money money(BigDecimal amount, String currency) {
    return amount == null || currency == null ? null : Money.of(amount, currency);
  }

  private static String text(String key, Object... arguments) {
    return Messages.text(FacesContext.getCurrentInstance(), "charging", key, arguments);
  }
}
