package com.asta.charging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.OperatorZone;
import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A product manager makes a tariff from nothing, tries it, publishes it, and sees a call rated by
 * it and explained; a second version is imported, compared and checked.
 */
class TariffBrowserIT extends BrowserIT {
  private static final double JOB_MILLIS = 60_000;

  private final String code = "TOWN-" + System.nanoTime() % 1_000_000_000;
  private String version;

  @Test
  void aTariffIsMadeTriedPublishedAndRatesACall() throws Exception {
    signIn("product");
    create();
    enterZones();
    enterRates();
    enterAllowance();
    simulate();
    publish();
    String[] sold = stage().split(" ");
    importCall(sold[0]);
    seeItExplained(sold[1]);
    importNextVersion();
    compareAndCheck();
  }

  private void create() {
    page.navigate("/charging/tariff-list.xhtml");
    assertAccessible();
    page.locator("main a[data-key=new]").click();
    assertAccessible();
    page.fill("[id='create:code']", code);
    page.fill("[id='create:nameEn']", "Town " + code);
    page.fill("[id='create:namePl']", "Miasto " + code);
    page.locator("[id='create:go']").click();
    page.waitForURL(Pattern.compile("tariff-zones\\.xhtml"));
    Matcher address = Pattern.compile("version=(\\d+)").matcher(page.url());
    assertTrue(address.find(), page.url());
    version = address.group(1);
    assertThat(page.locator("main")).containsText("There is no zone yet");
  }

  private void enterZones() {
    zone("MOBILE", "Polish mobile", "+4850, 4860 48-x");
    assertThat(page.locator("main")).containsText("are no prefixes");
    page.fill("[id='zone:prefixes']", "+4850, 4860");
    page.locator("[id='zone:add']").click();
    assertThat(page.locator("main table")).containsText("MOBILE");
    zone("GERMANY", "Germany", "0049");
    assertThat(page.locator("main table")).containsText("+49");
    assertAccessible();
    screenshot("tariff-zones");
    page.navigate("/charging/tariff-zone.xhtml?version=" + version + "&zone=MOBILE");
    page.fill("[id='paste:prefixes']", "49 4888");
    page.locator("[id='paste:add']").click();
    assertThat(page.locator("main")).containsText("belong to other zones, such as 49 to GERMANY");
    page.fill("[id='paste:prefixes']", "4888");
    page.locator("[id='paste:add']").click();
    assertThat(page.locator(".prefix-list")).containsText("+4888");
    assertAccessible();
  }

  private void zone(String zone, String name, String prefixes) {
    page.fill("[id='zone:code']", zone);
    page.fill("[id='zone:nameEn']", name);
    page.fill("[id='zone:namePl']", name);
    page.fill("[id='zone:prefixes']", prefixes);
    page.locator("[id='zone:add']").click();
  }

  private void enterRates() {
    page.navigate("/charging/tariff-rates.xhtml?version=" + version);
    page.locator("[id='rates:add']").click();
    rate(0, "CALL-PL", "MOBILE", "0,30x", "1 min", "1 min");
    page.locator("[id='rates:add']").click();
    assertThat(cell(1, "charge")).isVisible();
    rate(1, "CALL-DE", "GERMANY", "1.20", "1 min", "1 s");
    page.locator("[id='rates:save']").click();
    assertThat(page.locator("main .findings")).containsText("Row 1, Price: “0,30x” is no price.");
    assertAccessible();
    screenshot("tariff-rates-wrong");
    cell(0, "price").fill("0,30");
    cell(0, "price").press("Enter");
    assertThat(cell(1, "price")).isFocused();
    page.keyboard().press("Alt+s");
    assertThat(page.locator("main")).containsText("The draft is saved.");
    assertThat(cell(0, "price")).hasValue("0.30");
    cell(0, "connect_fee").fill("0.10");
    page.locator("[id='rates:save']").click();
    assertThat(page.locator(".cell-changed")).hasCount(0);
    assertThat(cell(0, "connect_fee")).hasValue("0.10");
    page.waitForLoadState();
    assertAccessible();
    screenshot("tariff-rates");
  }

  private void rate(int row, String charge, String zone, String price, String per, String by) {
    cell(row, "charge").fill(charge);
    cell(row, "zone").fill(zone);
    cell(row, "price").fill(price);
    cell(row, "per").fill(per);
    cell(row, "increment").fill(by);
  }

  private Locator cell(int row, String column) {
    return page.locator("[id='rates:each:" + row + ":" + column + "']");
  }

  private void enterAllowance() {
    page.navigate("/charging/tariff-scheme.xhtml?version=" + version + "&kind=ALLOWANCE");
    page.fill("[id='scheme:code']", "MINUTES");
    page.fill("[id='scheme:nameEn']", "Free minutes");
    page.fill("[id='scheme:units']", "2 min");
    page.fill("[id='scheme:zones']", "MOBILE");
    assertAccessible();
    page.locator("[id='scheme:save']").click();
    page.waitForURL(Pattern.compile("tariff-allowances\\.xhtml"));
    assertThat(page.locator("main")).containsText("Free minutes");
    assertAccessible();
  }

  private void simulate() {
    page.navigate("/charging/price-simulator.xhtml?version=" + version);
    page.fill("[id='to-0']", "+48 501 234 567");
    page.fill("[id='units-0']", "3 min");
    page.locator("#simulator button[type=submit]").click();
    assertThat(page.locator(".figure")).hasText("0.30\u00a0PLN");
    assertThat(page.locator("main")).containsText("Zone “Polish mobile”");
    assertThat(page.locator("main")).containsText("Free minutes");
    assertAccessible();
    screenshot("tariff-simulator");
    String link = page.url();
    page.navigate(link.replace("used.MINUTES=", "used.MINUTES=2+min"));
    assertThat(page.locator(".figure")).hasText("1.00\u00a0PLN");
    page.navigate("/charging/price-simulator.xhtml?version=" + version + "&kind=SESSION");
    page.locator("[id='service-0']").selectOption("VOICE");
    page.fill("[id='to-0']", "+48 501 234 567");
    page.fill("[id='units-0']", "2 min");
    page.locator("[id='service-1']").selectOption("VOICE");
    page.fill("[id='to-1']", "+48 501 234 567");
    page.fill("[id='after-1']", "2 min");
    page.fill("[id='units-1']", "1 min");
    page.locator("#simulator button[type=submit]").click();
    assertThat(page.locator(".figure")).hasText("0.30\u00a0PLN");
    assertThat(page.locator("main")).containsText("Charged step by step");
    assertAccessible();
  }

  private void publish() {
    page.navigate("/charging/tariff-publish.xhtml?version=" + version);
    assertThat(page.locator("main")).containsText("Nothing stands against publication.");
    page.fill("[id='publish:from']", LocalDate.now(OperatorZone.ID).minusDays(3).toString());
    assertAccessible();
    screenshot("tariff-publish");
    page.locator("[id='publish:go']").click();
    assertThat(page.locator("h1")).containsText("Published");
    assertThat(page.locator("main")).containsText("in force");
    assertAccessible();
    screenshot("tariff-published");
  }

  private void importCall(String number) {
    signIn("operator");
    page.navigate("/charging/usage-import-list.xhtml");
    String row =
        "event_time,subscriber,service,destination,units,event_key\n"
            + LocalDate.now(OperatorZone.ID)
            + "T00:00:01,"
            + number
            + ",VOICE,+48501000001,150,"
            + code
            + "\n";
    pick("upload:kind", "CSV with header");
    page.locator("[id='upload:file']")
        .setInputFiles(
            new FilePayload(code + ".csv", "text/csv", row.getBytes(StandardCharsets.UTF_8)));
    page.locator("[id='upload:go']").click();
    Locator file = page.locator("main tr", having(code));
    assertThat(file).containsText("Done", patiently());
  }

  private void seeItExplained(String customer) {
    page.navigate("/customers/customer.xhtml?id=" + customer + "&tab=usage");
    Locator call = page.locator("details.why-details", having("CALL-PL")).first();
    call.locator("summary").click();
    assertThat(call).containsText("Zone “Polish mobile”, found by prefix +4850");
    assertThat(call).containsText("2:00 min taken from “Free minutes”");
    assertThat(call).containsText("0.30");
    assertAccessible();
    screenshot("tariff-call-explained");
  }

  private void importNextVersion() throws IOException {
    signIn("product");
    page.navigate("/charging/tariff.xhtml?version=" + version);
    page.locator("[id='begin:draft']").click();
    assertThat(page.locator("h1")).containsText("Version 2");
    Matcher address = Pattern.compile("version=(\\d+)").matcher(page.url());
    assertTrue(address.find(), page.url());
    String next = address.group(1);
    page.navigate("/charging/tariff-rates.xhtml?version=" + next);
    Download export = page.waitForDownload(() -> page.locator(".push a").click());
    String sheet = Files.readString(export.path());

    page.navigate("/charging/tariff-import.xhtml?version=" + next);
    assertAccessible();
    check(sheet);
    assertThat(page.locator("main")).containsText("The file says what the draft says already.");
    check(sheet.replace("0.30", "cheap"));
    assertThat(page.locator("main .findings")).containsText("“cheap” is no price.");
    screenshot("tariff-import-faults");
    check(sheet.replace("0.30", "0.36").replace("1.20", "0.90"));
    assertThat(page.locator("main")).containsText("+20");
    assertThat(page.locator("main")).containsText("-25");
    assertAccessible();
    screenshot("tariff-import-preview");
    page.locator("[id='take:go']").click();
    assertThat(cell(0, "price")).hasValue("0.36");
  }

  private void check(String sheet) {
    page.locator("[id='upload:file']")
        .setInputFiles(
            new FilePayload("rates.csv", "text/csv", sheet.getBytes(StandardCharsets.UTF_8)));
    page.locator("[id='upload:read']").click();
  }

  private void compareAndCheck() {
    page.locator("main .actions a", having("Compare")).click();
    assertThat(page.locator("main")).containsText("0.36");
    assertAccessible();
    screenshot("tariff-compare");
    page.navigate("/charging/tariff-list.xhtml?q=" + code);
    assertEquals(1, page.locator("main tbody tr").count());
    page.locator("main tbody .tag-warn").click();
    page.locator("main .actions a", having("Simulate")).click();
    page.locator("#simulator button[type=submit]").click();
    assertThat(page.locator(".figure")).hasCount(2);
    assertAccessible();
    screenshot("tariff-side-by-side");
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static LocatorAssertions.ContainsTextOptions patiently() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(JOB_MILLIS);
  }

  private String stage() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(TestServer.address().resolve("tests/tariff-stage?tariff=" + code))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }
}
