package com.asta.charging.web;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.SessionGroup;
import com.asta.charging.rules.UnitText;
import com.asta.charging.service.ChargedLine;
import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingAnswer.Granted;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.ChargingRequest.Type;
import com.asta.charging.service.ChargingService;
import com.asta.charging.service.GroupAnswer;
import com.asta.charging.service.GroupRequest;
import com.asta.charging.service.SessionCard;
import com.asta.charging.service.SessionService;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;

/** Plays the network: each button sends a request to the engine and shows what it answers. */
@Named
@ViewScoped
public class SessionPlayerView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_GROUPS = 20;
  private static final int SUGGESTIONS = 10;

  @Inject private ChargingService charging;
  @Inject private SessionService sessions;
  @Inject private SessionWords words;
  @Inject private Clock clock;

  private String number;
  private String session = newSession();
  private int next;
  private boolean open;
  private boolean closed;
  private final ArrayList<PlayedGroup> groups = new ArrayList<>();
  private final ArrayList<PlayedStep> steps = new ArrayList<>();
  private ServiceKind service = ServiceKind.VOICE;
  private String destination = "501 234 567";
  private String units = "90 s";
  private transient ChargedLine line;

  public SessionPlayerView() {
    groups.add(new PlayedGroup("web", ServiceKind.DATA, null));
    groups.add(new PlayedGroup("call", ServiceKind.VOICE, "501 234 567"));
  }

  /** Numbers that begin as typed. */
  public List<String> suggest(String typed) {
    return sessions.numbers(typed, SUGGESTIONS).stream().map(digits -> "+" + digits).toList();
  }

  /** The account of the number; null while there is none. */
  public ChargedLine getLine() {
    if (line == null && number != null && !number.isBlank()) {
      line = sessions.line(number).orElse(null);
    }
    return line;
  }

  /** Another number begins another session. */
  public void chosen() {
    line = null;
    restart();
  }

  /** Opens the session. */
  public void begin() {
    play(Type.SESSION_INITIAL);
  }

  /** Reports use and asks for more. */
  public void goOn() {
    play(Type.SESSION_UPDATE);
  }

  /** Reports the last use. */
  public void end() {
    play(Type.SESSION_TERMINATE);
  }

  private void play(Type type) {
    if (!readable()) {
      return;
    }
    boolean last = type == Type.SESSION_TERMINATE;
    ChargingAnswer answer =
        send(
            () ->
                new ChargingRequest(
                    session, next, type, number, null, null, 0, null, null, asked(last), null));
    if (answer instanceof Granted granted) {
      next++;
      open = !last;
      closed = last;
      granted.groups().forEach(this::take);
    } else if (answer != null && open) {
      // A refused number stays refused, so the next attempt needs one of its own.
      next++;
    } else if (answer != null) {
      session = newSession();
    }
  }

  private List<GroupRequest> asked(boolean last) {
    return groups.stream()
        .filter(group -> !group.isEnded() || last)
        .map(group -> group.request(last))
        .toList();
  }

  private void take(GroupAnswer answer) {
    for (PlayedGroup group : groups) {
      if (group.getName().equals(answer.ratingGroup())
          && (group.isRunning() || answer.refused() == null)) {
        group.granted(answer.grantedUnits(), closed);
      }
    }
  }

  private boolean readable() {
    if (number == null || number.isBlank()) {
      Messages.error("who:number", "charging", "player.number.missing");
      return false;
    }
    for (PlayedGroup group : groups) {
      if (!group.isReadable()) {
        Messages.error(null, "charging", "player.units.wrong", group.getName());
        return false;
      }
    }
    return true;
  }

  /** Takes the price of a one-time event. */
  public void debit() {
    event(Type.EVENT_DEBIT);
  }

  /** Tells the price of a one-time event. */
  public void enquire() {
    event(Type.PRICE_ENQUIRY);
  }

  private void event(Type type) {
    OptionalLong read = UnitText.read(service, units);
    if (number == null || number.isBlank()) {
      Messages.error("who:number", "charging", "player.number.missing");
    } else if (read.isEmpty() || read.getAsLong() == 0) {
      Messages.error("event:units", "charging", "player.units.wrong", units);
    } else {
      boolean called = service == ServiceKind.VOICE || service == ServiceKind.MESSAGE;
      String to = called && destination != null && !destination.isBlank() ? destination : null;
      send(
          () ->
              new ChargingRequest(
                  newSession(),
                  1,
                  type,
                  number,
                  service,
                  to,
                  read.getAsLong(),
                  null,
                  null,
                  null,
                  null));
    }
  }

  /** Tells the balance. */
  public void balance() {
    if (number == null || number.isBlank()) {
      Messages.error("who:number", "charging", "player.number.missing");
    } else {
      send(() -> ChargingRequest.balanceCheck(newSession(), 1, number));
    }
  }

  /** Gives the charge of a one-time event back. */
  public void refund(PlayedStep debit) {
    send(
        () ->
            ChargingRequest.refund(debit.sessionId(), debit.number() + 1, number, debit.number()));
  }

  /** Null if what was entered makes no request. */
  private ChargingAnswer send(Supplier<ChargingRequest> entered) {
    try {
      return send(entered.get());
    } catch (IllegalArgumentException e) {
      Messages.error(null, "charging", "player.request.wrong", e.getMessage());
      return null;
    }
  }

  private ChargingAnswer send(ChargingRequest request) {
    ChargedLine payer = getLine();
    ChargingAnswer answer = charging.handle(request);
    List<SessionGroup> after =
        request.groups().isEmpty()
            ? List.of()
            : sessions.session(request.sessionId()).map(SessionCard::groups).orElse(List.of());
    steps.add(
        0,
        words.step(
            request,
            answer,
            clock.instant(),
            after,
            payer == null ? null : payer.available().currency(),
            payer == null ? null : payer.tariffVersionId()));
    line = null;
    return answer;
  }

  /** Begins another session with the same groups. */
  public void restart() {
    session = newSession();
    next = 0;
    open = false;
    closed = false;
    groups.replaceAll(
        group -> new PlayedGroup(group.getName(), group.getService(), group.getDestination()));
  }

  /** Adds a rating group, to the running session too. */
  public void add() {
    if (groups.size() < MOST_GROUPS) {
      groups.add(new PlayedGroup("group-" + (groups.size() + 1), ServiceKind.DATA, null));
    }
  }

  /** Takes a group out that the session does not know. */
  public void remove(PlayedGroup group) {
    if (groups.size() > 1 && !group.isRunning()) {
      groups.remove(group);
    }
  }

  private static String newSession() {
    return "console-" + UUID.randomUUID();
  }

  public ServiceKind[] getServices() {
    return ServiceKind.values();
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getSession() {
    return session;
  }

  public boolean isOpen() {
    return open;
  }

  public boolean isClosed() {
    return closed;
  }

  public List<PlayedGroup> getGroups() {
    return groups;
  }

  /** The latest first. */
  public List<PlayedStep> getSteps() {
    return steps;
  }

  public ServiceKind getService() {
    return service;
  }

  public void setService(ServiceKind service) {
    this.service = service;
  }

  public String getDestination() {
    return destination;
  }

  public void setDestination(String destination) {
    this.destination = destination;
  }

  public String getUnits() {
    return units;
  }

  public void setUnits(String units) {
    this.units = units;
  }
}
