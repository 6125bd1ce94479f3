package com.asta.system;

import com.asta.charging.ChargingCaller;
import com.asta.charging.ChargingTown;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.ChargingRequest.Type;
import com.asta.charging.service.GroupRequest;
import com.asta.common.service.Json;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Callers that debit and lead sessions over JMS without pause, and keep what they asked and what
 * they were answered, also when the server dies under them.
 */
final class ChargingCrowd {
  /** Their requests on the way at any time. */
  private static final int WINDOW = 200;

  private static final int SESSIONS_ONE_IN = 40;
  private static final int LEFT_ONE_IN = 100;
  private static final long SECONDS_USED = 60;
  private static final long PATIENCE_SECONDS = 30;
  private static final long REPEAT_MILLIS = 2_000;

  private final int lines;
  private final Map<String, String> asked = new ConcurrentHashMap<>();
  private final Map<String, String> answered = new ConcurrentHashMap<>();

  /** Number of the last request of each session. */
  private final Map<String, Integer> sessions = new TreeMap<>();

  /** Names of requests that were left in the queue without a wish for an answer. */
  private final Set<String> left = ConcurrentHashMap.newKeySet();

  private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
  private final AtomicInteger later = new AtomicInteger();
  private final AtomicLong slowestMillis = new AtomicLong();
  private int sent;

  ChargingCrowd(int lines) {
    this.lines = lines;
  }

  /** Requests by their names, {@code session/number}. */
  Map<String, String> asked() {
    return asked;
  }

  /** First answers by the names of the requests. */
  Map<String, String> answered() {
    return answered;
  }

  Set<String> left() {
    return left;
  }

  /** How often a caller was told to repeat its request. */
  int later() {
    return later.get();
  }

  /** Longest time that any answer took since the load began. */
  long slowestMillis() {
    return slowestMillis.get();
  }

  List<String> unanswered() {
    return asked.keySet().stream().filter(name -> !answered.containsKey(name)).sorted().toList();
  }

  /** Opens a session for each of so many lines, and waits for the answers. */
  void open(int port, int count) throws Exception {
    for (int line = 1; line <= count; line++) {
      String session = "kept-" + line;
      sessions.put(session, 0);
      GroupRequest call =
          new GroupRequest("call", ServiceKind.VOICE, "48501000001", SECONDS_USED, null);
      ask(
          ChargingRequest.session(
              Type.SESSION_INITIAL, session, 0, ChargingTown.number(line), call));
    }
    repeat(port, unanswered());
  }

  /** Sends until the time is over, or the server is gone. */
  void load(int port, AtomicBoolean over) throws InterruptedException {
    Semaphore free = new Semaphore(WINDOW);
    sentAt.clear();
    slowestMillis.set(0);
    try (ChargingCaller caller =
        new ChargingCaller(
            port,
            (name, answer) -> {
              if (hear(name, answer)) {
                free.release();
              }
            })) {
      while (!over.get() && !caller.isBroken()) {
        if (free.tryAcquire(100, TimeUnit.MILLISECONDS)) {
          String name = nextRequest();
          sentAt.put(name, System.nanoTime());
          caller.send(name, asked.get(name));
          if (sent % LEFT_ONE_IN == 0) {
            leave(caller);
          }
        }
      }
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (!caller.isBroken() && free.availablePermits() < WINDOW && System.nanoTime() < end) {
        Thread.sleep(10);
      }
    } catch (JMSException | JMSRuntimeException e) {
      // The server died, as it should.
    }
  }

  private void leave(ChargingCaller caller) throws JMSException {
    String session = "left-" + sent;
    caller.leave(Json.write(debit(session)));
    left.add(session + "/1");
  }

  /** One request in forty goes on with a session, the others debit. */
  private String nextRequest() {
    sent++;
    ThreadLocalRandom random = ThreadLocalRandom.current();
    if (sent % SESSIONS_ONE_IN == 0 && !sessions.isEmpty()) {
      return goOn("kept-" + (1 + random.nextInt(sessions.size())));
    }
    return ask(debit("debit-" + sent));
  }

  private ChargingRequest debit(String session) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return ChargingRequest.debit(
        session,
        1,
        ChargingTown.number(1 + random.nextInt(lines)),
        ServiceKind.VOICE,
        "48501000001",
        1 + random.nextInt(180));
  }

  /** A report of a session; the one before it may be on its way still. */
  String goOn(String session) {
    int number = sessions.merge(session, 1, Integer::sum);
    int line = Integer.parseInt(session.substring("kept-".length()));
    return ask(
        ChargingRequest.session(
            Type.SESSION_UPDATE,
            session,
            number,
            ChargingTown.number(line),
            new GroupRequest("call", null, null, SECONDS_USED, SECONDS_USED)));
  }

  /** Sends requests, again or for the first time, until each has its answer. */
  Map<String, String> repeat(int port, List<String> names) throws Exception {
    Map<String, String> heard = new ConcurrentHashMap<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try (ChargingCaller caller =
        new ChargingCaller(
            port,
            (name, answer) -> {
              hear(name, answer);
              if (isSettled(answer)) {
                heard.putIfAbsent(name, answer);
              }
            })) {
      List<String> open = names;
      while (!open.isEmpty()) {
        if (System.nanoTime() > end) {
          throw new AssertionError("Repeated, not answered: " + open);
        }
        for (String name : open) {
          caller.send(name, asked.get(name));
        }
        long again = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(REPEAT_MILLIS);
        while (heard.size() < names.size() && System.nanoTime() < again) {
          Thread.sleep(10);
        }
        open = names.stream().filter(name -> !heard.containsKey(name)).toList();
      }
    }
    return heard;
  }

  private String ask(ChargingRequest request) {
    String name = request.sessionId() + "/" + request.requestNumber();
    asked.put(name, Json.write(request));
    return name;
  }

  private boolean hear(String name, String answer) {
    if (!asked.containsKey(name)) {
      return false;
    }
    Long at = sentAt.remove(name);
    if (at != null) {
      slowestMillis.accumulateAndGet((System.nanoTime() - at) / 1_000_000, Math::max);
    }
    if (isSettled(answer)) {
      answered.putIfAbsent(name, answer);
    } else {
      later.incrementAndGet();
    }
    return true;
  }

  /** BUSY and its like are no answers: the request may be repeated. */
  private static boolean isSettled(String answer) {
    return !answer.contains("\"reason\":\"BUSY\"")
        && !answer.contains("\"reason\":\"TEMPORARILY_UNAVAILABLE\"");
  }
}
