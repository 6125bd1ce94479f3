package com.asta.charging.service;

import com.asta.charging.rules.CdrFormat;
import com.asta.common.OperatorZone;
import com.asta.common.service.DemoPart;
import com.asta.common.service.ImportFile;
import com.asta.common.service.ImportFiles;
import com.asta.products.service.SubscriptionCard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Last month's and this month's usage of the demo's mobile subscriptions, through the rating. */
@ApplicationScoped
public class DemoUsage implements DemoPart {
  private static final int CHUNK = 2000;

  @Inject private DemoMobiles mobiles;
  @Inject private ImportFiles files;
  @Inject private UsageImportService imports;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 40;
  }

  @Override
  public void load() {
    List<SubscriptionCard> lines = mobiles.all().stream().filter(card -> !card.prepaid()).toList();
    if (lines.isEmpty()) {
      return;
    }
    LocalDate thisMonth = OperatorZone.dayOf(clock.instant()).withDayOfMonth(1);
    for (LocalDate month : List.of(thisMonth.minusMonths(1), thisMonth)) {
      DemoCalls calls = new DemoCalls(month.getMonthValue(), clock.instant());
      StringBuilder csv = new StringBuilder(DemoCalls.HEADER).append('\n');
      for (SubscriptionCard line : lines) {
        LocalDate since = line.activatedOn().isAfter(month) ? line.activatedOn() : month;
        if (since.isBefore(month.plusMonths(1))) {
          calls.month(csv, line.serviceId(), since);
        }
      }
      if (!month.equals(thisMonth)) {
        reject(csv, lines.get(0).serviceId(), month);
      }
      take("usage-" + month.toString().substring(0, 7) + ".csv", csv.toString());
    }
  }

  /** What goes wrong in real life: noise, a stranger, a satellite telephone. */
  private static void reject(StringBuilder csv, String number, LocalDate month) {
    csv.append("#### switch restarted ####\n");
    csv.append(month).append("T10:00:00Z,+48999000111,VOICE,501000000,60,demo-x1\n");
    csv.append(month)
        .append("T11:00:00Z,")
        .append(number)
        .append(",VOICE,+8816000000,60,demo-x2\n");
  }

  private void take(String name, String csv) {
    ImportFile file =
        files.accept(
            UsageFileKind.CSV.code(),
            name,
            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
    imports.register(file.id(), file.kind(), file.name());
    CdrFormat format = UsageFileKind.CSV.format(DemoCalls.HEADER).orElseThrow();
    List<UsageLine> lines = new ArrayList<>();
    long number = 0;
    long next = 0;
    for (String line : csv.split("\n")) {
      number++;
      next += line.getBytes(StandardCharsets.UTF_8).length + 1;
      lines.add(new UsageLine(number, number, next, line, format.read(line)));
      if (lines.size() == CHUNK) {
        imports.takeAtOnce(file.id(), lines);
        lines.clear();
      }
    }
    imports.takeAtOnce(file.id(), lines);
    imports.finish(file.id());
  }
}
