package com.asta.charging.messaging;

import com.asta.charging.service.ChargingAnswer;
import com.asta.charging.service.ChargingRequest;
import com.asta.charging.service.ChargingService;
import com.asta.common.service.Roles;
import com.asta.common.service.SystemCaller;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Charging for networks: a JSON request on the queue {@code asta.charging.request}, a JSON answer
 * to JMSReplyTo with the request's correlation id. A few sessions pump batches into the lanes; a
 * message-driven bean would hold a thread and a transaction for each single request.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@RunAs(Roles.SYSTEM)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class ChargingPump {
  private static final Logger LOG = Logger.getLogger(ChargingPump.class.getName());

  /** While one waits for its batch, the others take and answer. */
  private static final int SESSIONS = 4;

  private static final long PAUSE_MILLIS = 500;
  private static final long STOP_MILLIS = 5_000;

  @Resource private ManagedThreadFactory threads;

  @Resource(lookup = "java:/ConnectionFactory")
  private ConnectionFactory broker;

  @Inject private SystemCaller system;
  @Inject private ChargingService charging;

  private final List<Thread> running = new ArrayList<>();
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  @PostConstruct
  void start() {
    for (int i = 0; i < SESSIONS; i++) {
      Thread thread = threads.newThread(this::run);
      thread.setName("asta-charging-pump-" + i);
      running.add(thread);
      thread.start();
    }
  }

  /** What is not committed is delivered again after the next start. */
  @PreDestroy
  void stop() {
    stopped = true;
    open.forEach(ChargingPump::close);
    try {
      for (Thread thread : running) {
        thread.join(STOP_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!stopped) {
      try {
        pump();
      } catch (JMSException | RuntimeException | Error e) {
        if (!stopped) {
          LOG.log(Level.WARNING, "The charging pump stumbled; it connects again", e);
          pause();
        }
      }
    }
  }

  private void pump() throws JMSException {
    Connection connection = broker.createConnection();
    open.add(connection);
    try (connection;
        Session session = connection.createSession(Session.SESSION_TRANSACTED)) {
      ChargingExchange exchange = new ChargingExchange(session, this::submit);
      connection.start();
      while (!stopped) {
        if (!exchange.serve()) {
          pause();
        }
      }
    } finally {
      open.remove(connection);
    }
  }

  private List<CompletionStage<ChargingAnswer>> submit(List<ChargingRequest> requests) {
    return system.call(() -> charging.submitAll(requests));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (JMSException e) {
      LOG.log(Level.FINE, "A charging connection did not close", e);
    }
  }
}
