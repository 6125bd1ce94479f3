package com.asta.system;

import com.asta.common.launcher.ServerSetup;
import com.asta.system.bench.BenchResults;
import com.asta.system.bench.Rounds;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntFunction;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How long one person waits for the pages that need the most, among 200,000 customers and 2 million
 * invoices: on a server and a database of its own, over HTTP in a session, until the last octet.
 */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PageBench {
  private static final int ROUNDS = 3;
  private static final int LOOKS = 60;
  private static final int UNMATCHED = 1_500;
  private static final Random PLACES = new Random(7);

  @Test
  void pagesOfALargeTown() throws Exception {
    try (CrashHarness own =
        CrashHarness.start("pages", "true", List.of("-Xms1g", ServerSetup.COLLECTOR))) {
      try (Connection owner = DriverManager.getConnection(own.ownersUrl())) {
        PageTown.settle(owner);
      }
      URI address = URI.create("http://localhost:" + own.ports().http() + "/");
      FormClient clerk = FormClient.signIn(address, "admin");
      List<String> tabs = List.of("services", "usage", "bills", "payments", "messages", "history");
      measure(
          "page.p95.customer",
          clerk,
          tabs.stream()
              .<IntFunction<String>>map(
                  tab ->
                      place ->
                          "customers/customer.xhtml?id=" + PageTown.customer(place) + "&tab=" + tab)
              .toList());
      measure(
          "page.p95.invoices",
          clerk,
          List.of(
              place -> "billing/invoice-list.xhtml",
              place -> "billing/invoice-list.xhtml?q=" + text("PT/4/" + place),
              place -> "billing/invoice-list.xhtml?q=" + text(PageTown.name(place)),
              place -> "billing/invoice-list.xhtml?q=" + text("Kowalska"),
              place -> "billing/invoice-list.xhtml?q=" + text("Nobody of this name"),
              place -> "billing/invoice-list.xhtml?from=2020-01-01&to=2020-02-01"));
      measure(
          "page.p95.matching",
          clerk,
          List.of(
              place -> "payments/matching.xhtml",
              place -> "payments/matching.xhtml?id=" + PageTown.line(place % UNMATCHED)));
    }
  }

  /** Notes the worst of several ways to open a page. */
  private static void measure(String name, FormClient clerk, List<IntFunction<String>> ways)
      throws Exception {
    double worst = 0;
    for (IntFunction<String> way : ways) {
      double p95 = Rounds.median(ROUNDS, () -> p95(clerk, way));
      System.out.printf(Locale.ROOT, "%s %s: p95 %.1f ms%n", name, way.apply(12_340), p95);
      worst = Math.max(worst, p95);
    }
    BenchResults.add(name, worst, "ms");
  }

  private static double p95(FormClient clerk, IntFunction<String> way) throws Exception {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < LOOKS; i++) {
      int place = PLACES.nextInt(PageTown.CUSTOMERS);
      String page = way.apply(place);
      long begin = System.nanoTime();
      clerk.open(page);
      millis.add((System.nanoTime() - begin) / 1e6);
    }
    double[] sorted = millis.stream().mapToDouble(each -> each).toArray();
    Arrays.sort(sorted);
    return Rounds.percentile(sorted, 0.95);
  }

  private static String text(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
