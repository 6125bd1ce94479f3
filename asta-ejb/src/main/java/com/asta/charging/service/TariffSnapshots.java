package com.asta.charging.service;

import com.asta.charging.event.TariffPublished;
import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.TariffContent;
import com.asta.common.OperatorZone;
import com.asta.common.service.Json;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/**
 * The tariffs that the running engine prices with: a snapshot swapped atomically when a version is
 * published, here or on another node. Rating never waits for a swap.
 */
@ApplicationScoped
public class TariffSnapshots {
  private static final long RECHECK_NANOS = 10_000_000_000L;

  private record Published(
      long versionId, String code, int version, String content, LocalDate validFrom) {}

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  private final AtomicReference<TariffSnapshot> current =
      new AtomicReference<>(TariffSnapshot.EMPTY);

  /** Counts publications of this node; a look that began before one has not seen it. */
  private final AtomicLong publications = new AtomicLong(1);

  private volatile long checkedAt;
  private volatile long seenPublications;

  /** The snapshot; every ten seconds a look at the database finds what other nodes published. */
  TariffSnapshot current() {
    if (seenPublications != publications.get() || System.nanoTime() - checkedAt > RECHECK_NANOS) {
      refresh();
    }
    return current.get();
  }

  void published(@Observes(during = TransactionPhase.AFTER_SUCCESS) TariffPublished event) {
    publications.incrementAndGet();
  }

  private synchronized void refresh() {
    long seen = publications.get();
    TariffSnapshot known = current.get();
    List<Long> ids =
        Sql.query(
            database,
            "select id from charging.tariff_version where status = 'PUBLISHED'",
            row -> row.getLong(1));
    List<Long> missing = ids.stream().filter(id -> !known.knows(id)).toList();
    TariffSnapshot next = known.size() > ids.size() ? TariffSnapshot.EMPTY : known;
    for (Published each : load(next == known ? missing : ids)) {
      next = next.with(compile(each), each.validFrom());
    }
    current.set(next);
    checkedAt = System.nanoTime();
    seenPublications = seen;
  }

  private List<Published> load(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return Sql.query(
        database,
        "select v.id, t.code, v.version, v.content, v.valid_from from charging.tariff_version v"
            + " join charging.tariff t on t.id = v.tariff_id where v.id = any (?) order by v.id",
        row ->
            new Published(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                Sql.date(row, 5)),
        Sql.ArrayOf.bigints(ids));
  }

  private static CompiledTariff compile(Published version) {
    return compile(version.versionId(), version.code(), version.version(), version.content());
  }

  /** Prepares the stored JSON of a version for rating. */
  static CompiledTariff compile(long versionId, String code, int version, String content) {
    return new CompiledTariff(versionId, code, version, content(content), OperatorZone.ID);
  }

  static TariffContent content(String json) {
    try {
      return Json.read(json, TariffContent.class);
    } catch (Json.Malformed e) {
      throw new IllegalStateException("Stored tariff is not readable: " + e.getMessage(), e);
    }
  }
}
