package com.asta.charging;

import com.asta.charging.MobileTown.Line;
import com.asta.charging.batch.UsageImportJob;
import com.asta.charging.rules.Rate;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.Step;
import com.asta.charging.rules.TariffContent;
import com.asta.charging.rules.Zone;
import com.asta.charging.service.TariffRow;
import com.asta.charging.service.TariffService;
import com.asta.charging.service.UsageFileKind;
import com.asta.charging.service.UsageFileRow;
import com.asta.charging.service.UsageImportService;
import com.asta.common.service.SystemCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Lines that talked in the month after they were sold, and another price for what they said. */
@ApplicationScoped
class RepricingTown {
  /** The month of their usage. */
  static final LocalDate MONTH = MobileTown.SINCE.plusMonths(1);

  private static final long PATIENCE_NANOS = 60_000_000_000L;

  @Inject private SystemCaller system;
  @Inject private MobileTown town;
  @Inject private TariffService tariffs;
  @Inject private UsageImportJob imports;
  @Inject private UsageImportService files;

  /** Mobiles at 0.30 a started minute with 100 s included; Germany at 1.00; data at 2.00 a MB. */
  static TariffContent content() {
    TariffContent plain = MobileTown.content(false);
    List<Zone> zones = new ArrayList<>(plain.zones());
    zones.add(new Zone("GERMANY", "Germany", "Niemcy", List.of("49")));
    List<Rate> rates = new ArrayList<>(plain.rates());
    rates.add(call("CALL-DE", "GERMANY", "1.00", 60));
    return plain.withZones(zones).withRates(rates);
  }

  /** The same by the second, with Germany cheaper and mobiles dearer. */
  static TariffContent bySecond() {
    TariffContent before = content();
    List<Rate> rates = new ArrayList<>();
    for (Rate rate : before.rates()) {
      rates.add(
          switch (rate.code()) {
            case "CALL" -> call("CALL", "MOBILE", "0.60", 1);
            case "CALL-DE" -> call("CALL-DE", "GERMANY", "0.40", 1);
            default -> rate;
          });
    }
    return before.withRates(rates);
  }

  private static Rate call(String code, String zone, String minute, long increment) {
    Step step = new Step(0, new BigDecimal(minute), 60, increment);
    return Rate.simple(
        code, ServiceKind.VOICE, zone, "Calls " + zone, "Połączenia " + zone, null, step);
  }

  List<Line> sell(int lines) {
    return town.sell(content(), lines);
  }

  /** Version id of a draft of the line's tariff with this content. */
  long draft(Line line, TariffContent content) {
    return system.call(
        () -> {
          TariffRow tariff = tariff(line);
          long draft = tariffs.draftFrom(tariffs.versionToShow(tariff.id()));
          tariffs.rewrite(draft, content);
          return draft;
        });
  }

  private TariffRow tariff(Line line) {
    return tariffs.list().stream()
        .filter(each -> each.code().equals(line.tariff()))
        .findFirst()
        .orElseThrow();
  }

  /** Imports calls: seconds to a mobile, then seconds to Germany, one after the other. */
  void talk(Line line, LocalDate day, long mobile, long germany) {
    String tag = UUID.randomUUID().toString();
    String csv =
        "event_time,subscriber,service,destination,units,event_key\n"
            + row(day, "10:00:00", line, "+48501000001", mobile, tag + "-1")
            + row(day, "11:00:00", line, "+49301234567", germany, tag + "-2");
    byte[] content = csv.getBytes(StandardCharsets.UTF_8);
    system.call(
        () -> imports.upload(UsageFileKind.CSV, tag + ".csv", new ByteArrayInputStream(content)));
    await(
        () ->
            system.call(() -> files.list(0, 50)).stream()
                .anyMatch(
                    file ->
                        file.name().equals(tag + ".csv")
                            && file.status() == UsageFileRow.Status.DONE));
  }

  private static String row(
      LocalDate day, String time, Line line, String to, long units, String key) {
    return day
        + "T"
        + time
        + "Z,"
        + line.number()
        + ",VOICE,"
        + to
        + ","
        + units
        + ","
        + key
        + "\n";
  }

  static void await(BooleanSupplier reached) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited in vain");
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
