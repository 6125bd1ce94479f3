package com.asta.charging.service;

import com.asta.charging.rules.SessionControl;
import com.asta.charging.rules.SessionControl.Step;
import com.asta.charging.rules.SessionGroup;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingRequest.Type;
import com.asta.charging.service.SessionBooks.Session;
import com.asta.charging.service.SessionBooks.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides the steps of sessions on locked accounts; the rule itself is {@link SessionControl}. */
final class SessionDecisions {
  private final LockedBatch batch;
  private final SessionPolicy policy;

  /** A step in the making: the groups as they become, and what is answered about them. */
  private final class Progress {
    private final Ticket ticket;
    private final Holding holding;
    private final Map<String, SessionGroup> groups = new LinkedHashMap<>();
    private final List<GroupAnswer> answers = new ArrayList<>();
    private final DrawBooking booking;
    private final Reason barred;
    private BigDecimal charged = BigDecimal.ZERO;

    Progress(Ticket ticket, Holding holding, List<SessionGroup> before) {
      this.ticket = ticket;
      this.holding = holding;
      this.booking = new DrawBooking(batch, holding, ticket.key());
      this.barred = holding.account().refusal(batch.today());
      before.forEach(group -> groups.put(group.name(), group));
    }

    ChargingRequest request() {
      return ticket.request();
    }

    boolean refusedWhole() {
      return answers.stream().allMatch(answer -> answer.refused() != null);
    }
  }

  SessionDecisions(LockedBatch batch, SessionPolicy policy) {
    this.batch = batch;
    this.policy = policy;
  }

  ChargingAnswer decide(Ticket ticket, Holding holding) {
    ChargingRequest request = ticket.request();
    Session session = batch.session(request.sessionId());
    if (request.type() == Type.SESSION_INITIAL) {
      return session == null ? open(ticket, holding) : outOfOrder(request, session, holding);
    }
    if (session == null || session.chargingAccountId() != holding.account().id()) {
      return refused(request, Reason.SESSION_UNKNOWN, request.sessionId(), holding);
    }
    if (session.state() != State.OPEN) {
      return refused(request, Reason.SESSION_CLOSED, session.state().name(), holding);
    }
    return request.requestNumber() <= session.requestNumber()
        ? outOfOrder(request, session, holding)
        : step(ticket, holding, session);
  }

  private ChargingAnswer open(Ticket ticket, Holding holding) {
    ChargingRequest request = ticket.request();
    Progress progress = new Progress(ticket, holding, List.of());
    if (progress.barred != null) {
      return refused(request, progress.barred, holding.account().serviceId(), holding);
    }
    request.groups().forEach(group -> step(progress, group));
    if (progress.refusedWhole()) {
      GroupAnswer first = progress.answers.get(0);
      return refused(request, first.refused(), "Group " + first.ratingGroup(), holding);
    }
    Session opened =
        new Session(
            request.sessionId(),
            holding.account().id(),
            State.OPEN,
            request.requestNumber(),
            batch.now(),
            expiry(),
            progress.charged,
            List.copyOf(progress.groups.values()));
    batch.store(opened, true);
    return granted(progress);
  }

  private ChargingAnswer step(Ticket ticket, Holding holding, Session session) {
    ChargingRequest request = ticket.request();
    boolean ends = request.type() == Type.SESSION_TERMINATE;
    Progress progress = new Progress(ticket, holding, session.groups());
    for (GroupRequest group : request.groups()) {
      step(progress, ends ? GroupRequest.last(group.ratingGroup(), group.used()) : group);
    }
    if (ends) {
      release(progress, session.groups());
    }
    batch.store(
        new Session(
            session.id(),
            session.chargingAccountId(),
            ends ? State.CLOSED : State.OPEN,
            request.requestNumber(),
            session.startedAt(),
            ends ? batch.now() : expiry(),
            session.charged().add(progress.charged),
            List.copyOf(progress.groups.values())),
        false);
    return granted(progress);
  }

  private void release(Progress progress, List<SessionGroup> before) {
    for (SessionGroup group : before) {
      if (progress.answers.stream().noneMatch(a -> a.ratingGroup().equals(group.name()))) {
        progress.groups.put(group.name(), released(progress.holding, group));
      }
    }
  }

  private void step(Progress progress, GroupRequest wish) {
    SessionGroup group = progress.groups.get(wish.ratingGroup());
    LaneAccount account = progress.holding.account();
    if (group == null) {
      UsePricing use = wish.service() == null ? null : batch.use(account, progress.request(), wish);
      Reason none = use == null ? Reason.UNRATED_SERVICE : use.reason();
      if (none != null) {
        progress.answers.add(answer(wish, none, null, 0, false));
        return;
      }
      group =
          SessionGroup.open(
              wish.ratingGroup(),
              use.service(),
              use.destination(),
              use.tariff().versionId(),
              use.at());
    }
    long wanted = progress.barred != null ? 0 : wanted(wish, group);
    step(progress, wish, group, wanted);
  }

  private long wanted(GroupRequest wish, SessionGroup group) {
    return wish.requestedUnits() == null ? policy.quota(group.service()) : wish.requestedUnits();
  }

  private void step(Progress progress, GroupRequest wish, SessionGroup group, long wanted) {
    Holding holding = progress.holding;
    UsePricing use = batch.use(holding.account(), group);
    if (use.reason() != null) {
      progress.answers.add(answer(wish, use.reason(), null, 0, false));
      return;
    }
    Step step =
        SessionControl.step(
            group,
            wish.used(),
            wanted,
            batch.purse(holding),
            batch.counters(holding),
            batch.now(),
            use::price);
    progress.booking.book(step.purse(), step.paid(), use, step.rated(), wish.used());
    batch.count(holding, progress.ticket.key(), step.counted());
    progress.booking.tell(step.crossed());
    progress.charged = progress.charged.add(step.charged());
    Reason refusal = refusal(progress, wish, step, wanted);
    if (step.unrated() == null) {
      progress.groups.put(group.name(), step.after());
    }
    progress.answers.add(
        answer(wish, refusal, step, step.after().quota(), refusal == null && step.last()));
  }

  private static Reason refusal(Progress progress, GroupRequest wish, Step step, long wanted) {
    if (step.unrated() != null) {
      return Reason.valueOf(step.unrated().reason().name());
    }
    if (progress.barred != null && !wish.ends()) {
      return progress.barred;
    }
    return step.unpaid(wanted) ? progress.holding.account().unpaid() : null;
  }

  private GroupAnswer answer(
      GroupRequest wish, Reason refusal, Step step, long granted, boolean last) {
    boolean priced = step != null && step.rated() != null;
    return new GroupAnswer(
        wish.ratingGroup(),
        refusal,
        granted,
        granted > 0 ? policy.validity().toSeconds() : 0,
        last ? policy.finalUnit() : null,
        step == null ? BigDecimal.ZERO : step.charged(),
        priced ? step.rated().explanation().encode() : null);
  }

  /** Closes a session that nobody ended; what was reported stays charged. */
  void expire(Session session) {
    Holding holding = batch.holding(session.chargingAccountId());
    List<SessionGroup> groups =
        session.groups().stream().map(group -> released(holding, group)).toList();
    batch.store(
        new Session(
            session.id(),
            session.chargingAccountId(),
            State.EXPIRED,
            session.requestNumber(),
            session.startedAt(),
            session.expiresAt(),
            session.charged(),
            groups),
        false);
  }

  private SessionGroup released(Holding holding, SessionGroup group) {
    UsePricing use = batch.use(holding.account(), group);
    Step step =
        SessionControl.step(
            group, 0, 0, batch.purse(holding), batch.counters(holding), batch.now(), use::price);
    batch.take(holding, step.purse());
    batch.count(holding, null, step.counted());
    return step.after();
  }

  private Instant expiry() {
    return batch.now().plus(policy.validity()).plus(policy.patience());
  }

  private ChargingAnswer granted(Progress progress) {
    return Answers.granted(
        batch, progress.request(), progress.holding, progress.charged, null, progress.answers);
  }

  private ChargingAnswer outOfOrder(ChargingRequest request, Session session, Holding holding) {
    String detail = "The session stands at request " + session.requestNumber();
    return refused(request, Reason.OUT_OF_ORDER, detail, holding);
  }

  private ChargingAnswer refused(
      ChargingRequest request, Reason reason, String detail, Holding holding) {
    return Answers.refused(batch, request, reason, detail, holding);
  }
}
