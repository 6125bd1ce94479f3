package com.asta.charging.messaging;

import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingAnswer.Refused;
import com.asta.charging.service.ChargingRequest;
import com.asta.common.messaging.DeadLetterBox;
import com.asta.common.service.Json;
import jakarta.jms.DeliveryMode;
import jakarta.jms.InvalidDestinationException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One transacted session on the request queue. It takes what waits, up to a limit, has all of it
 * charged at once, sends the answers and commits: no request is acknowledged before its answer is
 * on disk, and hundreds share one commit of the broker as they share one of the database.
 */
final class ChargingExchange {
  static final String QUEUE = "asta.charging.request";

  private static final Logger LOG = Logger.getLogger(ChargingExchange.class.getName());
  private static final int MOST_AT_ONCE = 256;
  private static final long WAIT_MILLIS = 1_000;
  private static final long PATIENCE_SECONDS = 15;
  private static final long ANSWER_LIFE_MILLIS = TimeUnit.MINUTES.toMillis(5);

  /** Pauses double: the last attempt is two minutes after the first. */
  private static final int MOST_ATTEMPTS = 8;

  private static final long FIRST_PAUSE_MILLIS = 1_000;
  private static final Reason OUTAGE = Reason.TEMPORARILY_UNAVAILABLE;
  private static final Set<Reason> REPEATABLE = Set.of(Reason.BUSY, OUTAGE);
  private static final String ATTEMPTS = "chargingAttempts";

  private final Session session;
  private final Function<List<ChargingRequest>, List<CompletionStage<ChargingAnswer>>> charging;
  private final Queue queue;
  private final MessageConsumer consumer;
  private final MessageProducer answers;
  private final MessageProducer later;
  private final DeadLetterBox deadLetters;

  ChargingExchange(
      Session session,
      Function<List<ChargingRequest>, List<CompletionStage<ChargingAnswer>>> charging)
      throws JMSException {
    this.session = session;
    this.charging = charging;
    queue = session.createQueue(QUEUE);
    consumer = session.createConsumer(queue);
    answers = session.createProducer(null);
    // Lost answers are asked for again: the database keeps them, so the broker need not.
    answers.setDeliveryMode(DeliveryMode.NON_PERSISTENT);
    answers.setTimeToLive(ANSWER_LIFE_MILLIS);
    answers.setDisableMessageID(true);
    later = session.createProducer(queue);
    deadLetters = new DeadLetterBox(session);
  }

  /**
   * Serves what waits, or waits a second for something.
   *
   * @return false if the database did not work, so that it is wise to pause
   */
  boolean serve() throws JMSException {
    List<TakenRequest> taken = take();
    if (taken.isEmpty()) {
      return true;
    }
    try {
      boolean well = settle(taken);
      session.commit();
      return well;
    } catch (JMSException | RuntimeException | Error e) {
      session.rollback();
      throw e;
    }
  }

  private List<TakenRequest> take() throws JMSException {
    List<TakenRequest> taken = new ArrayList<>();
    Message message = consumer.receive(WAIT_MILLIS);
    while (message != null) {
      taken.add(TakenRequest.of(message));
      message = taken.size() < MOST_AT_ONCE ? consumer.receiveNoWait() : null;
    }
    return taken;
  }

  private boolean settle(List<TakenRequest> taken) throws JMSException {
    List<TakenRequest> good = new ArrayList<>(taken.size());
    List<ChargingRequest> requests = new ArrayList<>(taken.size());
    for (TakenRequest each : taken) {
      if (each.request() == null) {
        refuse(each);
      } else {
        good.add(each);
        requests.add(each.request());
      }
    }
    List<CompletableFuture<ChargingAnswer>> decided = decide(requests);
    boolean well = true;
    for (int i = 0; i < good.size(); i++) {
      well &= conclude(good.get(i), decided.get(i));
    }
    return well;
  }

  private List<CompletableFuture<ChargingAnswer>> decide(List<ChargingRequest> requests) {
    if (requests.isEmpty()) {
      return List.of();
    }
    List<CompletableFuture<ChargingAnswer>> decided =
        charging.apply(requests).stream().map(CompletionStage::toCompletableFuture).toList();
    try {
      CompletableFuture.allOf(decided.toArray(CompletableFuture[]::new))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | CancellationException e) {
      LOG.log(Level.FINE, "Not every request of a batch was decided", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return decided;
  }

  private void refuse(TakenRequest taken) throws JMSException {
    if (taken.replyTo() == null) {
      deadLetters.put(taken.message(), QUEUE, taken.text(), taken.fault());
    } else {
      answer(taken, ChargingMessage.malformed(taken.text(), taken.fault()));
    }
  }

  /** False if the database is to blame. */
  private boolean conclude(TakenRequest taken, CompletableFuture<ChargingAnswer> decided)
      throws JMSException {
    decided.complete(busy(taken, "It was not decided in time; repeat the request"));
    try {
      ChargingAnswer answer = decided.join();
      if (taken.replyTo() != null) {
        answer(taken, answer);
      } else if (answer instanceof Refused refused && REPEATABLE.contains(refused.reason())) {
        again(taken, refused.reason() + ": " + refused.detail());
      }
      return !(answer instanceof Refused refused && refused.reason() == OUTAGE);
    } catch (CompletionException | CancellationException e) {
      failed(taken, e.getCause() == null ? e : e.getCause());
      return true;
    }
  }

  /** Not an outage, but something in the request that we stumble over. */
  private void failed(TakenRequest taken, Throwable cause) throws JMSException {
    if (taken.replyTo() == null) {
      again(taken, "It failed: " + cause);
    } else {
      deadLetters.put(taken.message(), QUEUE, taken.text(), "It failed: " + cause);
      answer(taken, busy(taken, "It failed here, and a person will look at it"));
    }
  }

  private static ChargingAnswer busy(TakenRequest taken, String detail) {
    ChargingRequest request = taken.request();
    return new Refused(request.sessionId(), request.requestNumber(), Reason.BUSY, detail, null);
  }

  /** Nobody waits for the answer, so nobody would repeat the request. */
  private void again(TakenRequest taken, String why) throws JMSException {
    Message message = taken.message();
    int attempt = message.propertyExists(ATTEMPTS) ? message.getIntProperty(ATTEMPTS) + 1 : 1;
    if (attempt >= MOST_ATTEMPTS) {
      deadLetters.put(message, QUEUE, taken.text(), attempt + " attempts. " + why);
      return;
    }
    TextMessage copy = DeadLetterBox.copy(session, message, taken.text());
    copy.setIntProperty(ATTEMPTS, attempt);
    later.setDeliveryDelay(FIRST_PAUSE_MILLIS << (attempt - 1));
    later.send(copy);
  }

  private void answer(TakenRequest taken, ChargingAnswer answer) throws JMSException {
    Message message = taken.message();
    TextMessage reply = session.createTextMessage(Json.write(answer));
    String correlation = message.getJMSCorrelationID();
    reply.setJMSCorrelationID(correlation == null ? message.getJMSMessageID() : correlation);
    try {
      answers.send(taken.replyTo(), reply);
    } catch (InvalidDestinationException e) {
      LOG.log(Level.INFO, "Whoever asked is gone: {0}", taken.replyTo());
    }
  }
}
