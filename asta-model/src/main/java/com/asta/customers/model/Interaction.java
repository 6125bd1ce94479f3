package com.asta.customers.model;

import com.asta.customers.rules.Channel;
import com.asta.customers.rules.Direction;
import com.asta.customers.rules.InteractionStatus;
import com.asta.customers.rules.Topic;
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
import java.time.Instant;
import java.util.Objects;

/** A talk with a customer that took place or is planned (TMF683 Party Interaction). */
@Entity
@Table(name = "interaction", schema = "customers")
public class Interaction {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customers.interaction_seq")
  @SequenceGenerator(
      name = "customers.interaction_seq",
      sequenceName = "customers.interaction_seq",
      allocationSize = 50)
  private Long id;

  @Column(name = "customer_id")
  private long customerId;

  @Enumerated(EnumType.STRING)
  private InteractionStatus status;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Enumerated(EnumType.STRING)
  private Direction direction;

  @Enumerated(EnumType.STRING)
  private Topic topic;

  private String summary;
  private String note;
  private String reference;

  @Column(name = "happens_at")
  private Instant happensAt;

  @Column(name = "assigned_to")
  private String assignedTo;

  @Column(name = "recorded_by")
  private String recordedBy;

  @Column(name = "recorded_at")
  private Instant recordedAt;

  @Version private int version;

  protected Interaction() {}

  private Interaction(
      long customerId, Channel channel, Direction direction, Topic topic, String summary) {
    this.customerId = customerId;
    this.channel = Objects.requireNonNull(channel, "channel");
    this.direction = Objects.requireNonNull(direction, "direction");
    this.topic = Objects.requireNonNull(topic, "topic");
    this.summary = Objects.requireNonNull(summary, "summary");
  }

  /** One that took place. */
  public static Interaction done(
      long customerId, Channel channel, Direction direction, Topic topic, String summary) {
    Interaction interaction = new Interaction(customerId, channel, direction, topic, summary);
    interaction.status = InteractionStatus.DONE;
    return interaction;
  }

  /** One that {@code assignedTo} shall hold. */
  public static Interaction planned(
      long customerId, Channel channel, Topic topic, String summary, String assignedTo) {
    Interaction interaction =
        new Interaction(customerId, channel, Direction.OUTBOUND, topic, summary);
    interaction.status = InteractionStatus.PLANNED;
    interaction.assignedTo = Objects.requireNonNull(assignedTo, "assignedTo");
    return interaction;
  }

  /** What was said, and what it concerned: the number of an order, bill or case, or null. */
  public Interaction about(String newNote, String newReference) {
    note = newNote;
    reference = newReference;
    return this;
  }

  /** When it took or takes place, and who wrote it down when. */
  public Interaction at(Instant happens, String by, Instant recorded) {
    happensAt = happens;
    recordedBy = by;
    recordedAt = recorded;
    return this;
  }

  /** The planned talk took place. */
  public void complete(String outcome, Instant at) {
    requirePlanned();
    status = InteractionStatus.DONE;
    happensAt = at;
    if (outcome != null && !outcome.isBlank()) {
      note = note == null || note.isBlank() ? outcome.strip() : note + "\n" + outcome.strip();
    }
  }

  public void postpone(Instant to) {
    requirePlanned();
    happensAt = Objects.requireNonNull(to, "to");
  }

  public void cancel() {
    requirePlanned();
    status = InteractionStatus.CANCELLED;
  }

  public boolean isPlanned() {
    return status == InteractionStatus.PLANNED;
  }

  public Long getId() {
    return id;
  }

  public long getCustomerId() {
    return customerId;
  }

  public InteractionStatus getStatus() {
    return status;
  }

  public Channel getChannel() {
    return channel;
  }

  public Direction getDirection() {
    return direction;
  }

  public Topic getTopic() {
    return topic;
  }

  public String getSummary() {
    return summary;
  }

  public String getNote() {
    return note;
  }

  public String getReference() {
    return reference;
  }

  public Instant getHappensAt() {
    return happensAt;
  }

  public String getAssignedTo() {
    return assignedTo;
  }

  public String getRecordedBy() {
    return recordedBy;
  }

  private void requirePlanned() {
    if (!isPlanned()) {
      throw new IllegalStateException("Interaction " + id + " is " + status + ", not planned");
    }
  }
}
