package com.asta.charging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalancesBrowserIT extends BrowserIT {
  private static final double JOB_MILLIS = 30_000;

  private final String batch = "B" + System.nanoTime() % 1_000_000_000;

  @Test
  void anAccountIsRechargedAdjustedByTwoPersonsAndGivesToAnother() throws Exception {
    String[] stage = stage();
    signIn("agent");
    recharge(stage[0]);
    give(stage[0], stage[3]);
    bonus(stage[0]);
    page.navigate("/charging/adjustment.xhtml?id=" + stage[0]);
    assertAccessible();
    adjust("150", "Three weeks without service");
    assertThat(page.locator("main")).containsText("waits for a second person");
    assertThat(page.locator(".waiting")).isVisible();

    signIn("operator");
    page.navigate("/charging/adjustment-list.xhtml?status=PENDING");
    assertAccessible();
    screenshot("balances-adjustments");
    page.locator("tr:has-text('Three weeks') button:has-text('Approve')").first().click();
    assertThat(page.locator("main")).containsText("is booked");
    page.navigate("/charging/prepaid.xhtml?id=" + stage[0]);
    assertThat(page.locator("main")).containsText("Network fault: Three weeks without service");
    assertThat(page.locator(".figure").first()).containsText("170");
    assertThat(page.locator("main")).containsText("1 GB");
    assertAccessible();
    page.locator("details.card > summary").click();
    screenshot("balances-account");
    own(stage[0]);
    check();
  }

  @Test
  void anAccountNamesTheInvoiceThatFreedItsCredit() throws Exception {
    String invoice = "FV/" + batch;
    String[] stage = stage("?invoice=" + invoice);
    signIn("agent");
    page.navigate("/charging/prepaid.xhtml?id=" + stage[2] + "&kind=BILLED");
    var entries = page.locator("[id='ledger:rows'] tbody tr");
    assertThat(entries).hasCount(1);
    assertThat(entries).containsText("Credit released");
    assertThat(entries).containsText("Usage on credit is on invoice " + invoice);
    assertThat(entries).containsText("3.00");
    assertThat(page.locator(".figure").first()).containsText("0.00");
    assertAccessible();
    screenshot("balances-credit");
  }

  @Test
  void aBatchOfVouchersIsMadeUsedAndVoided() throws Exception {
    String[] stage = stage();
    signIn("operator");
    page.navigate("/charging/voucher-list.xhtml");
    assertAccessible();
    page.fill("[id='generate:code']", batch);
    page.fill("[id='generate:quantity']", "30");
    Download file = page.waitForDownload(() -> page.locator("[id='generate:go']").click());
    List<String> lines = Files.readAllLines(file.path());
    assertEquals(31, lines.size());
    String[] first = lines.get(1).split(",");

    page.navigate("/charging/recharge.xhtml?id=" + stage[0]);
    page.fill("[id='voucher:pin']", first[1]);
    page.locator("[id='voucher:go']").click();
    assertThat(page.locator("main")).containsText("20.00");
    assertThat(page.locator("main")).containsText("Voucher " + first[0]);

    page.navigate("/charging/voucher-list.xhtml");
    page.fill("[id='find:serial']", batch + "-000002");
    page.locator("[id='find:go']").click();
    assertThat(page.locator("h1")).containsText(batch);
    voidSome(batch + "-000002", "Stolen from the shop", "Voucher " + batch + "-000002 is void");
    voidSome("", "Printed twice", "28 vouchers are void");
    page.navigate(page.url().replaceAll("&q=[^&]*", ""));
    assertThat(page.locator("main")).containsText("Printed twice");
    assertAccessible();
    screenshot("balances-voucher-batch");
    page.navigate("/charging/voucher-list.xhtml");
    screenshot("balances-vouchers");
  }

  @Test
  void aGroupSharesItsBucketsAndTheRulesAreKept() throws Exception {
    String[] stage = stage();
    signIn("admin");
    page.navigate("/charging/group-list.xhtml?first=" + stage[0]);
    assertAccessible();
    page.fill("[id='create:name']", "Family " + batch);
    page.locator("[id='create:go']").click();
    assertThat(page.locator("h1")).containsText("Family " + batch);
    page.fill("[id='add:number']", stage[3]);
    page.locator("[id='add:go']").click();
    assertThat(page.locator("[id='members'] tbody tr")).hasCount(2);
    assertAccessible();
    screenshot("balances-group");

    page.navigate("/charging/account-terms.xhtml?id=" + stage[2]);
    page.selectOption("[id='terms:mode']", "HYBRID");
    page.locator("[id='terms:creditLimit_input']").fill("50");
    assertAccessible();
    screenshot("balances-terms");
    page.locator("[id='terms:go']").click();
    assertThat(page.locator("h1")).containsText("Hybrid");

    page.navigate("/charging/balance-policy.xhtml");
    assertAccessible();
    page.locator("[id='policy:dailyLimit_input']").fill("201");
    page.locator("[id='policy:save']").click();
    assertThat(page.locator("main")).containsText("The rules are saved");
    screenshot("balances-policy");
    page.navigate("/charging/prepaid-list.xhtml");
    assertAccessible();
    screenshot("balances-accounts");
  }

  @Test
  void aCustomerSeesTheOwnBalanceAndGuessesInVain() throws Exception {
    String[] stage = stage();
    signIn("agent");
    recharge(stage[0]);
    signIn(stage[4], BalanceStage.PASSWORD);
    page.navigate("/self-care/recharge.xhtml");
    assertThat(page.locator(".figure").first()).containsText("50");
    assertAccessible();
    for (int i = 0; i < 6; i++) {
      page.fill("[id='recharge:pin']", "1234567812345670");
      page.waitForResponse("**/recharge.xhtml*", page.locator("[id='recharge:go']")::click);
      assertThat(page.locator("[id='messages']"))
          .containsText(i < 5 ? "no voucher with this PIN" : "Try again at");
    }
    screenshot("balances-own");
    page.navigate("/self-care/recharge.xhtml?id=" + stage[2]);
    assertTrue(page.locator("[id='recharge:pin']").count() == 0, "nobody else's account");
  }

  private void recharge(String id) {
    page.navigate("/charging/recharge.xhtml?id=" + id);
    assertAccessible();
    page.locator("[id='payment:amount_input']").fill("50");
    page.fill("[id='payment:reference']", "R" + System.nanoTime());
    screenshot("balances-recharge");
    page.locator("[id='payment:go']").click();
    assertThat(page.locator("main")).containsText("added");
  }

  private void give(String id, String to) {
    page.navigate("/charging/transfer.xhtml?id=" + id);
    assertAccessible();
    page.fill("[id='transfer:to']", to);
    page.locator("[id='transfer:amount_input']").fill("500");
    page.locator("[id='transfer:go']").click();
    assertThat(page.locator("main")).containsText("One transfer is");
    screenshot("balances-transfer");
    page.locator("[id='transfer:amount_input']").fill("30");
    page.locator("[id='transfer:go']").click();
    assertThat(page.locator("main")).containsText("Given to");
  }

  private void bonus(String id) {
    page.navigate("/charging/bucket-grant.xhtml?id=" + id);
    assertAccessible();
    page.selectOption("[id='grant:measure']", "MEGABYTES");
    page.locator("[id='grant:amount_input']").fill("1024");
    page.fill("[id='grant:note']", "Welcome");
    screenshot("balances-grant");
    page.locator("[id='grant:go']").click();
    assertThat(page.locator("main")).containsText("The bucket is granted");
  }

  private void adjust(String amount, String note) {
    page.locator("[id='adjustment:amount_input']").fill(amount);
    page.selectOption("[id='adjustment:reason']", "NETWORK_FAULT");
    page.fill("[id='adjustment:note']", note);
    screenshot("balances-adjustment");
    page.locator("[id='adjustment:go']").click();
  }

  /** Nobody approves an adjustment of one's own. */
  private void own(String id) {
    page.navigate("/charging/adjustment.xhtml?id=" + id);
    adjust("-120", "Given by mistake");
    assertThat(page.locator("main")).containsText("waits for a second person");
    page.navigate("/charging/adjustment-list.xhtml?status=PENDING");
    var row = page.locator("tr:has-text('Given by mistake')").first();
    assertThat(row.locator("button:has-text('Approve')")).hasCount(0);
    row.locator("button:has-text('Withdraw')").click();
    assertThat(page.locator("main")).containsText("is not booked");
  }

  private void check() {
    page.navigate("/charging/ledger-check.xhtml");
    assertAccessible();
    page.locator("[id='now:start']").click();
    assertThat(page.locator(".verdict"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(JOB_MILLIS));
    assertThat(page.locator("[id='now:start']"))
        .isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(JOB_MILLIS));
    assertAccessible();
    screenshot("balances-check");
  }

  private void voidSome(String serial, String reason, String done) {
    page.fill("[id='void:one']", serial);
    page.fill("[id='void:reason']", reason);
    page.locator("[id='void:go']").click();
    assertThat(page.locator("[id='messages']")).containsText(done);
  }

  private static String[] stage() throws IOException, InterruptedException {
    return stage("");
  }

  private static String[] stage(String wishes) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(TestServer.address().resolve("tests/balance-stage" + wishes))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body()
        .split(" ");
  }
}
