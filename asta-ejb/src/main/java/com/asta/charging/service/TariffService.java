package com.asta.charging.service;

import com.asta.charging.event.TariffPublished;
import com.asta.charging.model.Tariff;
import com.asta.charging.model.TariffVersion;
import com.asta.charging.model.TariffVersionStatus;
import com.asta.charging.rules.CompiledTariff;
import com.asta.charging.rules.Counters;
import com.asta.charging.rules.Rater;
import com.asta.charging.rules.Rating;
import com.asta.charging.rules.TariffCheck;
import com.asta.charging.rules.TariffContent;
import com.asta.charging.rules.UsageEvent;
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
import java.time.LocalDate;
import java.util.List;

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
  @PersistenceContext private EntityManager em;
  @Inject private AuditLog audit;
  @Inject private Outbox outbox;
  @Inject private Event<TariffPublished> published;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** All tariffs by code. */
  public List<TariffRow> list() {
    LocalDate today = today();
    return em.createQuery("select t from Tariff t order by t.code", Tariff.class)
        .getResultStream()
        .map(tariff -> row(tariff, versions(tariff.getId()), today))
        .toList();
  }

  /** Versions of a tariff, the newest first. */
  public List<TariffVersionRow> versionsOf(long tariffId) {
    List<TariffVersion> versions = versions(tariffId);
    TariffVersion current = current(versions, today());
    return versions.stream()
        .map(
            v ->
                new TariffVersionRow(
                    v.getId(),
                    v.getVersion(),
                    v.getStatus(),
                    v.getValidFrom(),
                    v.getPublishedBy(),
                    v.getPublishedAt(),
                    v == current))
        .toList();
  }

  /** The version of a tariff to look at first: the current one, else the newest. */
  public long versionToShow(long tariffId) {
    List<TariffVersion> versions = versions(tariffId);
    if (versions.isEmpty()) {
      throw new ChargingRefused(Reason.UNKNOWN_TARIFF, tariffId);
    }
    TariffVersion current = current(versions, today());
    return (current == null ? versions.get(0) : current).getId();
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
        content,
        version.isDraft() ? TariffCheck.findings(content, inForce(tariff)) : List.of());
  }

  /** What the version in force says, or null. */
  private TariffContent inForce(Tariff tariff) {
    TariffVersion current = current(versions(tariff.getId()), today());
    return current == null ? null : TariffSnapshots.content(current.getContent());
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

  /** Prices an event under any version, drafts too; changes nothing. */
  public Rating simulate(long versionId, UsageEvent event, Counters used) {
    TariffVersion version = required(versionId);
    CompiledTariff tariff =
        TariffSnapshots.compile(
            versionId, version.getTariff().getCode(), version.getVersion(), version.getContent());
    return Rater.rate(tariff, event, used);
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

  private static TariffVersion current(List<TariffVersion> versions, LocalDate today) {
    TariffVersion current = null;
    for (TariffVersion version : versions) {
      boolean inForce =
          version.getStatus() == TariffVersionStatus.PUBLISHED
              && !version.getValidFrom().isAfter(today);
      if (inForce && (current == null || version.getValidFrom().isAfter(current.getValidFrom()))) {
        current = version;
      }
    }
    return current;
  }

  private static TariffRow row(Tariff tariff, List<TariffVersion> versions, LocalDate today) {
    TariffVersion current = current(versions, today);
    return new TariffRow(
        tariff.getId(),
        tariff.getCode(),
        tariff.getNameEn(),
        tariff.getNamePl(),
        current == null ? null : current.getVersion(),
        current == null ? null : current.getValidFrom(),
        versions.stream().anyMatch(TariffVersion::isDraft));
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
