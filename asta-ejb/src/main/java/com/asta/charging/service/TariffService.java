package com.asta.charging.service;

import com.asta.charging.event.TariffPublished;
import com.asta.charging.model.Tariff;
import com.asta.charging.model.TariffVersion;
import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.Simulation;
import com.asta.charging.rules.TariffCheck;
import com.asta.charging.rules.TariffComparison;
import com.asta.charging.rules.TariffContent;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.CurrentUser;
import com.asta.common.service.Json;
import com.asta.common.service.Outbox;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Tariffs and their versions: drafts are worked on, published versions never change. */
@Stateless
@RolesAllowed({
  Roles.SYSTEM,
  Roles.AGENT,
  Roles.PRODUCT_MANAGER,
  Roles.BILLING,
  Roles.OPERATOR,
  Roles.ADMIN
})
public class TariffService {
  private static final int MOST_CHOICES = 1000;

  @PersistenceContext private EntityManager em;
  @Inject private Tariffs stored;
  @Inject private AuditLog audit;
  @Inject private Outbox outbox;
  @Inject private Event<TariffPublished> published;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** All tariffs by code, for choosing one. */
  public List<TariffRow> list() {
    return list(new TariffQuery(null, null), 0, MOST_CHOICES);
  }

  /** Tariffs by code. */
  public List<TariffRow> list(TariffQuery query, int offset, int limit) {
    return stored.rows(query, today(), offset, limit);
  }

  /** Versions of a tariff, the newest first. */
  public List<TariffVersionRow> versionsOf(long tariffId) {
    return stored.versions(tariffId, today());
  }

  /** The version of a tariff to look at first: the current one, else the newest. */
  public long versionToShow(long tariffId) {
    List<TariffVersionRow> versions = versionsOf(tariffId);
    return versions.stream()
        .filter(TariffVersionRow::current)
        .findFirst()
        .or(() -> versions.stream().findFirst())
        .orElseThrow(() -> new ChargingRefused(Reason.UNKNOWN_TARIFF, tariffId))
        .id();
  }

  /** What is wrong or doubtful in a version, also beside the version in force. */
  public List<TariffCheck.Finding> findings(long versionId) {
    TariffVersion version = required(versionId);
    TariffContent before =
        versionsOf(version.getTariff().getId()).stream()
            .filter(row -> row.current() && row.id() != versionId)
            .findFirst()
            .map(row -> TariffSnapshots.content(required(row.id()).getContent()))
            .orElse(null);
    return TariffCheck.findings(TariffSnapshots.content(version.getContent()), before);
  }

  /** One version with all it says. */
  public TariffVersionCard version(long versionId) {
    TariffVersion version = required(versionId);
    TariffContent content = TariffSnapshots.content(version.getContent());
    Tariff tariff = version.getTariff();
    return new TariffVersionCard(
        version.getId(),
        tariff.getId(),
        tariff.getCode(),
        tariff.getNameEn(),
        tariff.getNamePl(),
        version.getVersion(),
        version.getStatus(),
        version.getValidFrom(),
        version.getCreatedBy(),
        version.getCreatedAt(),
        version.getPublishedBy(),
        version.getPublishedAt(),
        version.getRevision(),
        content);
  }

  /** Makes a tariff with a first draft; returns the draft's version id. */
  @RolesAllowed({Roles.SYSTEM, Roles.PRODUCT_MANAGER, Roles.ADMIN})
  public long create(String code, String nameEn, String namePl, TariffContent content) {
    boolean taken =
        !em.createQuery("select 1 from Tariff t where t.code = :code")
            .setParameter("code", code)
            .getResultList()
            .isEmpty();
    if (taken) {
      throw new ChargingRefused(Reason.CODE_TAKEN, code);
    }
    Tariff tariff = new Tariff(code, nameEn, namePl, clock.instant());
    em.persist(tariff);
    audit.record("Tariff", tariff.getId(), "created", null, null, code);
    return draft(tariff, 1, content);
  }

  /** A new draft that says what the given version says; a tariff has one draft at a time. */
  @RolesAllowed({Roles.SYSTEM, Roles.PRODUCT_MANAGER, Roles.ADMIN})
  public long draftFrom(long versionId) {
    TariffVersion origin = required(versionId);
    List<TariffVersion> versions = versions(origin.getTariff().getId());
    if (versions.stream().anyMatch(TariffVersion::isDraft)) {
      throw new ChargingRefused(Reason.DRAFT_EXISTS, origin.getTariff().getCode());
    }
    return draft(
        origin.getTariff(),
        versions.get(0).getVersion() + 1,
        TariffSnapshots.content(origin.getContent()));
  }

  /** Replaces what a draft says. */
  @RolesAllowed({Roles.SYSTEM, Roles.PRODUCT_MANAGER, Roles.ADMIN})
  public void rewrite(long versionId, TariffContent content) {
    TariffVersion version = requiredDraft(versionId);
    version.rewrite(Json.write(content));
    audit.record(
        "Tariff",
        version.getTariff().getId(),
        "rewritten",
        "version " + version.getVersion(),
        null,
        null);
  }

  /**
   * Makes a draft final; it prices usage of {@code validFrom} and later days.
   *
   * <p>Refuses a faulty tariff, and a day from which another version already holds.
   */
  @RolesAllowed({Roles.SYSTEM, Roles.PRODUCT_MANAGER, Roles.ADMIN})
  public void publish(long versionId, LocalDate validFrom) {
    TariffVersion version = requiredDraft(versionId);
    Tariff tariff = version.getTariff();
    List<TariffCheck.Finding> errors =
        TariffCheck.findings(TariffSnapshots.content(version.getContent())).stream()
            .filter(TariffCheck.Finding::isError)
            .toList();
    if (!errors.isEmpty()) {
      TariffCheck.Finding first = errors.get(0);
      throw new ChargingRefused(
          Reason.TARIFF_FAULTY, errors.size(), first.problem(), first.subject());
    }
    if (versions(tariff.getId()).stream().anyMatch(v -> validFrom.equals(v.getValidFrom()))) {
      throw new ChargingRefused(Reason.VALIDITY_TAKEN, validFrom);
    }
    version.publish(validFrom, user.name(), clock.instant());
    audit.record(
        "Tariff",
        tariff.getId(),
        "published",
        "version",
        null,
        String.valueOf(version.getVersion()));
    TariffPublished fact =
        new TariffPublished(versionId, tariff.getCode(), version.getVersion(), validFrom);
    outbox.publish(fact);
    published.fire(fact);
  }

  /**
   * Prices uses under any version, drafts too; changes nothing.
   *
   * @param used units of each counter, by its code, used before in the running period
   */
  public Simulation simulate(
      long versionId,
      Instant at,
      LocalDate subscribedOn,
      List<Simulation.Use> uses,
      Map<String, Long> used) {
    TariffVersion version = required(versionId);
    CompiledTariff tariff =
        TariffSnapshots.compile(
            versionId, version.getTariff().getCode(), version.getVersion(), version.getContent());
    return Simulation.run(tariff, at, subscribedOn, uses, used);
  }

  /** What one version says otherwise than another, of the same tariff or not. */
  public TariffComparison compare(long olderVersionId, long newerVersionId) {
    return TariffComparison.of(
        TariffSnapshots.content(required(olderVersionId).getContent()),
        TariffSnapshots.content(required(newerVersionId).getContent()));
  }

  private long draft(Tariff tariff, int number, TariffContent content) {
    TariffVersion version =
        new TariffVersion(tariff, number, Json.write(content), user.name(), clock.instant());
    em.persist(version);
    return version.getId();
  }

  private List<TariffVersion> versions(long tariffId) {
    return em.createQuery(
            "select v from TariffVersion v where v.tariff.id = :id order by v.version desc",
            TariffVersion.class)
        .setParameter("id", tariffId)
        .getResultList();
  }

  private TariffVersion requiredDraft(long versionId) {
    TariffVersion version = required(versionId);
    if (!version.isDraft()) {
      throw new ChargingRefused(
          Reason.VERSION_PUBLISHED, version.getVersion(), version.getTariff().getCode());
    }
    return version;
  }

  private TariffVersion required(long versionId) {
    TariffVersion version = em.find(TariffVersion.class, versionId);
    if (version == null) {
      throw new ChargingRefused(Reason.UNKNOWN_TARIFF, versionId);
    }
    return version;
  }

  private LocalDate today() {
    return OperatorZone.dayOf(clock.instant());
  }
}
