package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.Rate;
import com.asta.charging.rules.RateSheet;
import com.asta.charging.rules.Rounding;
import com.asta.charging.rules.Simulation;
import com.asta.charging.rules.TariffContent;
import com.asta.charging.rules.Zone;
import com.asta.charging.rules.ZoneSheet;
import com.asta.charging.service.ChargingRefused;
import com.asta.charging.service.ChargingRefused.Reason;
import com.asta.charging.service.NewTariff;
import com.asta.charging.service.TariffDraftService;
import com.asta.charging.service.TariffQuery;
import com.asta.charging.service.TariffRow;
import com.asta.charging.service.TariffService;
import com.asta.charging.service.TariffVersionCard;
import com.asta.common.OperatorZone;
import com.asta.common.service.AuditLog;
import com.asta.common.service.AuditRow;
import com.asta.common.service.SystemCaller;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

@ArquillianTest
class TariffDraftIT {
  private static final int MANY = 100_000;

  /** A second is usual; a statement for each prefix would take minutes. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final LocalDate today = LocalDate.now(OperatorZone.ID);
  private final String code = "DRAFT-" + System.nanoTime() % 1_000_000_000;

  @Inject private SystemCaller system;
  @Inject private ProductDesk desk;
  @Inject private TariffService tariffs;
  @Inject private TariffDraftService drafts;
  @Inject private AuditLog audit;

  @Test
  void aTariffGrowsFromNothingToAPublishedVersion() {
    long draft = create(null);
    TariffVersionCard empty = card(draft);
    assertEquals(TariffContent.empty("PLN").withRounding(cents()), empty.content());
    TariffContent whole = MobileTown.content(false);
    int revision = desk.edit(draft, empty.revision(), content -> whole.withRounding(cents()));
    desk.publish(draft, revision, today, false);
    TariffRow row = row();
    assertEquals(1, row.currentVersion());
    assertNull(row.draftId());
    assertRefused(Reason.VERSION_PUBLISHED, () -> desk.edit(draft, revision + 1, same()));
  }

  @Test
  void aCopySaysWhatItsOriginSays() {
    long origin = filled();
    long copy =
        desk.create(new NewTariff(code + "-B", "Copy", "Kopia", "EUR", Rounding.NONE, origin));
    TariffContent expected = card(origin).content().withCurrency("EUR").withRounding(Rounding.NONE);
    assertEquals(expected, card(copy).content());
    assertRefused(Reason.CODE_TAKEN, () -> create(null));
  }

  @Test
  void nobodyOverwritesWhatSomebodyElseDid() {
    long draft = filled();
    int seen = card(draft).revision();
    desk.edit(draft, seen, content -> content.withRates(content.rates().subList(0, 1)));
    assertRefused(
        Reason.DRAFT_CHANGED,
        () -> desk.edit(draft, seen, content -> content.withRates(List.of())));
    assertRefused(Reason.DRAFT_CHANGED, () -> desk.publish(draft, seen, today, true));
    assertEquals(1, card(draft).content().rates().size());
  }

  @Test
  void ofTwoAtTheSameMomentOneIsRefused() {
    long draft = filled();
    int seen = card(draft).revision();
    List<CompletableFuture<Integer>> both =
        List.of("EUR", "USD").stream()
            .map(
                currency ->
                    CompletableFuture.supplyAsync(
                        () -> desk.edit(draft, seen, content -> content.withCurrency(currency))))
            .toList();
    long refused =
        both.stream()
            .filter(
                one -> {
                  try {
                    one.join();
                    return false;
                  } catch (CompletionException e) {
                    return true;
                  }
                })
            .count();
    assertEquals(1, refused);
    assertEquals(seen + 1, card(draft).revision());
  }

  @Test
  void historyNamesWhatWasChanged() {
    long draft = filled();
    TariffVersionCard before = card(draft);
    List<Rate> rates =
        RateSheet.read("charge,service,zone,price,per\nCALL,VOICE,MOBILE,0.35,1 min").rows();
    desk.edit(
        draft,
        before.revision(),
        content -> content.withRates(RateSheet.merged(content.rates(), rates)));
    List<AuditRow> history = audit.history("Tariff", before.tariffId(), 50);
    assertTrue(
        history.stream()
            .anyMatch(
                row ->
                    "v1 CALL price".equals(row.field())
                        && "0.30".equals(row.oldValue())
                        && "0.35".equals(row.newValue())),
        history::toString);
  }

  @Test
  void doubtsMustBeReadAndPastDaysStayAsTheyWere() {
    long draft = filled();
    Zone unused = new Zone("EMPTY", "Empty", "Pusta", List.of());
    Rate rate = card(draft).content().rates().get(0);
    desk.edit(
        draft,
        card(draft).revision(),
        content ->
            content
                .withZones(List.of(content.zones().get(0), unused))
                .withRates(List.of(rate, content.rates().get(1), call("CALL-EMPTY", "EMPTY"))));
    int revision = card(draft).revision();
    assertRefused(Reason.TARIFF_DOUBTFUL, () -> desk.publish(draft, revision, today, false));
    desk.publish(draft, revision, today, true);
    long next = system.call(() -> tariffs.draftFrom(draft));
    assertRefused(
        Reason.BEFORE_TODAY,
        () -> desk.publish(next, card(next).revision(), today.minusDays(1), true));
  }

  @Test
  void aDraftIsDiscardedAndATariffWithoutVersionsGoesWithIt() {
    long draft = filled();
    long tariff = card(draft).tariffId();
    assertFalse(desk.discard(draft, card(draft).revision()));
    assertRefused(Reason.UNKNOWN_TARIFF, () -> system.call(() -> tariffs.versionToShow(tariff)));
  }

  @Test
  void onlyThoseWhoMayWriteDo() {
    assertThrows(
        EJBAccessException.class,
        () -> drafts.create(new NewTariff(code, "A", "A", "PLN", cents(), null)));
  }

  @Test
  void theSimulatorPricesDraftsAndVersionsAreCompared() {
    long draft = filled();
    Simulation simulation =
        system.call(
            () ->
                tariffs.simulate(
                    draft,
                    Instant.now(),
                    null,
                    List.of(new Simulation.Use(rate().service(), "48500100200", 0, 160)),
                    Map.of("SECONDS", 40L)));
    assertEquals(0, new BigDecimal("0.60").compareTo(simulation.total()));
    long other = desk.create(new NewTariff(code + "-B", "B", "B", "PLN", cents(), draft));
    desk.edit(other, card(other).revision(), content -> content.withZones(List.of()));
    assertEquals(2, system.call(() -> tariffs.compare(draft, other)).prefixes().size());
  }

  /**
   * A draft of a hundred thousand prefixes and 2,000 rates opens and is saved in about a second.
   */
  @Test
  void aLargeDraftIsStillQuick() {
    long draft = filled();
    List<Zone> zones =
        IntStream.range(0, 1000)
            .mapToObj(
                zone ->
                    new Zone(
                        "Z" + zone,
                        null,
                        null,
                        IntStream.range(0, MANY / 1000)
                            .mapToObj(i -> "" + (1_000_000 + zone * 100 + i))
                            .toList()))
            .toList();
    List<Rate> rates =
        IntStream.range(0, 2000).mapToObj(i -> call("C" + i, "Z" + i % 1000)).toList();
    int revision =
        desk.edit(
            draft,
            card(draft).revision(),
            content -> content.withZones(zones).withRates(rates).withAllowances(List.of()));
    assertEquals(zones, ZoneSheet.read(ZoneSheet.write(card(draft).content().zones())).rows());
    assertTimeout(() -> card(draft));
    assertTimeout(
        () ->
            desk.edit(
                draft, revision, content -> content.withRates(content.rates().subList(0, 1999))));
  }

  private static void assertTimeout(Executable work) {
    org.junit.jupiter.api.Assertions.assertTimeout(LONGEST, work);
  }

  private static Rate call(String charge, String zone) {
    Rate rate = rate();
    return new Rate(
        charge,
        rate.service(),
        zone,
        null,
        null,
        null,
        BigDecimal.ZERO,
        rate.steps(),
        null,
        null,
        null,
        null);
  }

  private static Rate rate() {
    return MobileTown.content(false).rates().get(0);
  }

  private long filled() {
    long draft = create(null);
    desk.edit(draft, card(draft).revision(), content -> MobileTown.content(false));
    return draft;
  }

  private long create(Long origin) {
    return desk.create(new NewTariff(code, "Draft", "Szkic", "PLN", cents(), origin));
  }

  private TariffVersionCard card(long version) {
    return system.call(() -> tariffs.version(version));
  }

  private TariffRow row() {
    return system
        .call(() -> tariffs.list(new TariffQuery(code, TariffQuery.State.IN_FORCE), 0, 10))
        .get(0);
  }

  private static UnaryOperator<TariffContent> same() {
    return UnaryOperator.identity();
  }

  private static Rounding cents() {
    return new Rounding(2, RoundingMode.HALF_UP);
  }

  private static void assertRefused(Reason reason, Executable work) {
    assertEquals(reason, assertThrows(ChargingRefused.class, work).reason());
  }
}
