package com.asta.charging.service;

import com.asta.charging.rules.VoucherPin;
import com.asta.common.OperatorZone;
import com.asta.common.service.Secrets;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/**
 * One transaction of a lane: locks the accounts in id order, looks up answers given before, decides
 * each request in turn, writes balances, ledger and answers by one statement each, commits.
 */
@ApplicationScoped
public class ChargingBatch {
  private static final String PINS = "charging.voucher";
  private static final long PRIME = 0x100000001b3L;

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  @Inject private TariffSnapshots tariffs;
  @Inject private Secrets secrets;
  @Inject private Clock clock;

  /** Answers in the order of the requests; durable when this returns. */
  List<ChargingAnswer> settle(List<ChargingRequest> requests) {
    TariffSnapshot snapshot = tariffs.current();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        List<ChargingAnswer> answers = settle(connection, snapshot, requests);
        connection.commit();
        return answers;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A batch of " + requests.size() + " requests failed", e);
    }
  }

  private List<ChargingAnswer> settle(
      Connection connection, TariffSnapshot snapshot, List<ChargingRequest> requests)
      throws SQLException {
    Set<String> numbers = new LinkedHashSet<>();
    Set<ChargingBooks.Key> keys = new LinkedHashSet<>();
    for (ChargingRequest request : requests) {
      numbers.add(Objects.toString(HomeNetwork.digits(request.subscriber()), ""));
      keys.add(ChargingBooks.Key.of(request));
    }
    Instant now = clock.instant();
    ChargingDecisions decisions =
        new ChargingDecisions(
            snapshot,
            ChargingBooks.lock(connection, numbers, OperatorZone.dayOf(now)),
            ChargingBooks.given(connection, keys),
            now);
    List<ChargingAnswer> answers = new ArrayList<>(requests.size());
    for (ChargingRequest request : requests) {
      String pinHash = request.voucher() == null ? null : pinHash(request.voucher());
      answers.add(decisions.decide(connection, request, digest(request, pinHash), pinHash));
    }
    ChargingBooks.store(
        connection, decisions.changed(), decisions.entries(), decisions.given(), now);
    return answers;
  }

  /** What is stored instead of a PIN. */
  String pinHash(String pin) {
    String digits = VoucherPin.normalised(pin);
    return secrets.sign(PINS, digits == null ? pin : digits);
  }

  /** A fingerprint of what is asked, to tell a repeat from another request of the same name. */
  private static long digest(ChargingRequest request, String pinHash) {
    long digest = request.type().ordinal();
    digest = mix(digest, request.subscriber());
    digest = mix(digest, request.service() == null ? null : request.service().name());
    digest = mix(digest, request.destination());
    digest = digest * PRIME + request.units();
    digest = mix(digest, request.at() == null ? null : request.at().toString());
    digest = mix(digest, pinHash);
    digest = mix(digest, request.groups().isEmpty() ? null : request.groups().toString());
    return digest * PRIME + (request.refundOf() == null ? -1 : request.refundOf());
  }

  /** FNV-1a over the characters. */
  private static long mix(long digest, String text) {
    long mixed = (digest ^ (text == null ? -1 : text.length())) * PRIME;
    for (int i = 0; text != null && i < text.length(); i++) {
      mixed = (mixed ^ text.charAt(i)) * PRIME;
    }
    return mixed;
  }
}
