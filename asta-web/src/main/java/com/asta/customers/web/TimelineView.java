package com.asta.customers.web;

import com.asta.common.OperatorZone;
import com.asta.common.web.Messages;
import com.asta.customers.rules.Channel;
import com.asta.customers.rules.Direction;
import com.asta.customers.rules.Topic;
import com.asta.customers.service.InteractionRow;
import com.asta.customers.service.InteractionService;
import com.asta.customers.service.NewInteraction;
import com.asta.customers.service.PlannedInteraction;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The talks with one customer beside its 360° page: logged, planned and looked back upon. */
@Named
@ViewScoped
public class TimelineView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 12;

  @Inject private InteractionService interactions;

  private String requestKey = UUID.randomUUID().toString();
  private boolean planning;
  private Channel channel = Channel.PHONE;
  private Direction direction = Direction.INBOUND;
  private Topic topic = Topic.OFFERING;
  private String summary;
  private String note;
  private LocalDateTime plannedFor = tomorrow();
  private int shown = PAGE;
  private transient List<InteractionRow> rows;

  /** Records the talk, or plans it, and empties the form for the next one. */
  public void save(long customerId) {
    if (planning) {
      interactions.plan(
          new PlannedInteraction(
              requestKey,
              customerId,
              channel,
              topic,
              summary,
              note,
              plannedFor == null ? null : plannedFor.atZone(OperatorZone.ID).toInstant(),
              null));
    } else {
      interactions.log(
          new NewInteraction(
              requestKey, customerId, channel, direction, topic, summary, note, null, null));
    }
    Messages.done("customers", planning ? "talk.planned" : "talk.logged");
    requestKey = UUID.randomUUID().toString();
    summary = null;
    note = null;
    plannedFor = tomorrow();
    rows = null;
  }

  public void complete(long interactionId) {
    interactions.complete(interactionId, null);
    rows = null;
  }

  public void cancel(long interactionId) {
    interactions.cancel(interactionId);
    rows = null;
  }

  public void showMore() {
    shown += PAGE;
    rows = null;
  }

  /** The newest talks; one more than shown tells whether there are earlier ones. */
  public List<InteractionRow> rows(Long customerId) {
    if (rows == null) {
      rows = interactions.ofCustomer(customerId, 0, shown + 1);
    }
    return rows.size() > shown ? rows.subList(0, shown) : rows;
  }

  public boolean isMore() {
    return rows != null && rows.size() > shown;
  }

  private static LocalDateTime tomorrow() {
    return LocalDateTime.now(OperatorZone.ID).plusDays(1).truncatedTo(ChronoUnit.HOURS);
  }

  public Channel[] getChannels() {
    return Channel.values();
  }

  public Direction[] getDirections() {
    return Direction.values();
  }

  public Topic[] getTopics() {
    return Topic.values();
  }

  public boolean isPlanning() {
    return planning;
  }

  public void setPlanning(boolean planning) {
    this.planning = planning;
  }

  public Channel getChannel() {
    return channel;
  }

  public void setChannel(Channel channel) {
    this.channel = channel;
  }

  public Direction getDirection() {
    return direction;
  }

  public void setDirection(Direction direction) {
    this.direction = direction;
  }

  public Topic getTopic() {
    return topic;
  }

  public void setTopic(Topic topic) {
    this.topic = topic;
  }

  public String getSummary() {
    return summary;
  }

  public void setSummary(String summary) {
    this.summary = summary;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public LocalDateTime getPlannedFor() {
    return plannedFor;
  }

  public void setPlannedFor(LocalDateTime plannedFor) {
    this.plannedFor = plannedFor;
  }
}
