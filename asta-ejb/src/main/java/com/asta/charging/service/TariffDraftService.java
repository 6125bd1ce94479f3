package com.asta.charging.service;

import com.asta.charging.model.Tariff;
import com.asta.charging.model.TariffVersion;
import com.asta.charging.rules.Difference;
import com.asta.charging.rules.Difference.FieldChange;
import com.asta.charging.rules.TariffComparison;
import com.asta.charging.rules.TariffContent;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.Json;
import com.asta.common.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Work on drafts of tariffs. A draft lives here by its id; whoever changes it says which revision
 * they saw, so that nobody overwrites what somebody else did meanwhile.
 */
@Stateless
@RolesAllowed({Roles.SYSTEM, Roles.PRODUCT_MANAGER, Roles.ADMIN})
public class TariffDraftService {
  private static final int TOLD_ONE_BY_ONE = 20;

  @PersistenceContext private EntityManager em;
  @Inject private TariffService tariffs;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Begins a tariff; returns the version id of its first draft. */
  public long create(NewTariff tariff) {
    TariffContent content =
        tariff.originVersionId() == null
            ? TariffContent.empty(tariff.currency())
            : tariffs.version(tariff.originVersionId()).content();
    String currency = currency(tariff.currency());
    return tariffs.create(
        tariff.code(),
        tariff.nameEn(),
        tariff.namePl(),
        content.withCurrency(currency).withRounding(tariff.rounding()));
  }

  /**
   * Changes what a draft says.
   *
   * @param revision the revision that the change was made for; another one is refused
   * @param change makes the new content from the stored one
   * @return the new revision
   */
  public int edit(long versionId, int revision, UnaryOperator<TariffContent> change) {
    TariffVersion version = locked(versionId, revision);
    TariffContent before = TariffSnapshots.content(version.getContent());
    TariffContent after;
    try {
      after = change.apply(before);
    } catch (IllegalArgumentException e) {
      throw new ChargingRefused(Reason.WRONG_TARIFF_VALUE, e.getMessage());
    }
    if (!after.equals(before)) {
      version.rewrite(Json.write(after));
      record(version, TariffComparison.of(before, after));
      em.flush();
    }
    return version.getRevision();
  }

  /** Names the tariff anew; its code stays. */
  public void rename(long versionId, int revision, String nameEn, String namePl) {
    Tariff tariff = locked(versionId, revision).getTariff();
    audit.change("Tariff", tariff.getId(), "nameEn", tariff.getNameEn(), nameEn);
    audit.change("Tariff", tariff.getId(), "namePl", tariff.getNamePl(), namePl);
    tariff.rename(nameEn, namePl);
  }

  /**
   * Makes a draft final after it was looked at.
   *
   * @param doubtsAccepted whether whoever publishes has read what is doubtful; refused otherwise
   */
  public void publish(long versionId, int revision, LocalDate validFrom, boolean doubtsAccepted) {
    Tariff tariff = locked(versionId, revision).getTariff();
    boolean doubtful = tariffs.findings(versionId).stream().anyMatch(each -> !each.isError());
    if (doubtful && !doubtsAccepted) {
      throw new ChargingRefused(Reason.TARIFF_DOUBTFUL, tariff.getCode());
    }
    boolean first =
        tariffs.versionsOf(tariff.getId()).stream().allMatch(row -> row.publishedAt() == null);
    if (!first && validFrom.isBefore(OperatorZone.dayOf(clock.instant()))) {
      throw new ChargingRefused(Reason.BEFORE_TODAY, validFrom);
    }
    tariffs.publish(versionId, validFrom);
  }

  /**
   * Throws a draft away, and the tariff with it when it never had another version.
   *
   * @return whether the tariff is still there
   */
  public boolean discard(long versionId, int revision) {
    TariffVersion version = locked(versionId, revision);
    Tariff tariff = version.getTariff();
    em.remove(version);
    em.flush();
    boolean last = tariffs.versionsOf(tariff.getId()).isEmpty();
    audit.record(
        "Tariff", tariff.getId(), "discarded", "v" + version.getVersion(), null, tariff.getCode());
    if (last) {
      em.remove(tariff);
    }
    return !last;
  }

  private TariffVersion locked(long versionId, int revision) {
    TariffVersion version = em.find(TariffVersion.class, versionId, LockModeType.PESSIMISTIC_WRITE);
    if (version == null) {
      throw new ChargingRefused(Reason.UNKNOWN_TARIFF, versionId);
    }
    if (!version.isDraft()) {
      throw new ChargingRefused(
          Reason.VERSION_PUBLISHED, version.getVersion(), version.getTariff().getCode());
    }
    if (version.getRevision() != revision) {
      throw new ChargingRefused(
          Reason.DRAFT_CHANGED, version.getTariff().getCode(), version.getVersion());
    }
    return version;
  }

  private void record(TariffVersion version, TariffComparison changes) {
    String draft = "v" + version.getVersion() + " ";
    long tariffId = version.getTariff().getId();
    int fields = changes.differences().stream().mapToInt(each -> each.fields().size()).sum();
    if (fields <= TOLD_ONE_BY_ONE) {
      for (Difference difference : changes.differences()) {
        for (FieldChange field : difference.fields()) {
          audit.change(
              "Tariff",
              tariffId,
              (draft + difference.code() + " " + field.field()).replace("  ", " "),
              field.before(),
              field.after());
        }
      }
    } else {
      changes
          .counts()
          .forEach(
              (section, count) ->
                  audit.record("Tariff", tariffId, "changed", draft + section, null, "" + count));
    }
    if (!changes.prefixes().isEmpty()) {
      audit.record(
          "Tariff",
          tariffId,
          "changed",
          draft + "PREFIXES",
          null,
          String.valueOf(changes.prefixes().size()));
    }
  }

  private static String currency(String code) {
    try {
      return Currency.getInstance(code == null ? "" : code.strip().toUpperCase(Locale.ROOT))
          .getCurrencyCode();
    } catch (IllegalArgumentException e) {
      throw new ChargingRefused(Reason.WRONG_TARIFF_VALUE, code);
    }
  }
}
