package com.asta.payments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** From the agent who enters a mandate to the clerk who reads what the bank says. */
class DirectDebitBrowserIT extends BrowserIT {
  private static final Pattern ORDER = Pattern.compile("<EndToEndId>(\\w+)</EndToEndId>");
  private static final Pattern GROUP = Pattern.compile("<PmtInfId>(\\w+)</PmtInfId>");
  private static final Pattern MESSAGE = Pattern.compile("<MsgId>(\\w+)</MsgId>");
  private static final Pattern COUNT = Pattern.compile("<NbOfTxs>(\\w+)</NbOfTxs>");
  private static final Pattern SUM = Pattern.compile("<CtrlSum>([\\d.]+)</CtrlSum>");

  @Test
  void aMandateIsEnteredCollectedAndAnswered() throws IOException, InterruptedException {
    String[] answer = stage().split(";");
    signIn("agent");
    page.navigate("/customers/customer.xhtml?tab=payments&id=" + answer[1]);
    page.locator("a[href*='mandate-new']").click();
    page.fill("[id='mandate:iban']", "PL27 1140 2004 0000 3002 0135 5388");
    page.click("[id='mandate:activate']");
    assertThat(page.locator("#messages")).containsText("This is no IBAN");
    page.fill("[id='mandate:iban']", "PL27 1140 2004 0000 3002 0135 5387");
    assertAccessible();
    screenshot("payments-mandate-new");
    page.click("[id='mandate:activate']");
    page.waitForURL(Pattern.compile("mandate\\.xhtml\\?id="));
    assertThat(page.locator("main")).containsText("PL27 •••• 5387");
    assertThat(page.locator("main")).not().containsText("1140");
    assertAccessible();
    screenshot("payments-mandate");
    page.navigate("/customers/customer.xhtml?tab=payments&id=" + answer[1]);
    assertThat(page.locator("a[href*='mandate.xhtml']")).isVisible();
    assertAccessible();
    screenshot("payments-mandates-of-customer");

    signIn("billing");
    page.navigate("/payments/mandate-list.xhtml");
    assertThat(page.locator("tbody tr").first()).isVisible();
    assertAccessible();
    screenshot("payments-mandates");
    page.navigate("/payments/direct-debit-list.xhtml");
    assertAccessible();
    screenshot("payments-direct-debits");
    page.click("[id='begin:start']");
    page.waitForURL(Pattern.compile("direct-debit\\.xhtml\\?id="));
    Locator download = page.locator("[id='batch:download']");
    assertThat(download).isVisible();
    Download file = page.waitForDownload(download::click);
    String xml = Files.readString(file.path());
    assertTrue(file.suggestedFilename().startsWith("DDM"), file.suggestedFilename());

    String batch = page.url();
    page.navigate("/payments/direct-debit-list.xhtml");
    page.setInputFiles("input[type=file]", report(xml));
    page.waitForURL(Pattern.compile("status-report\\.xhtml\\?id="));
    assertThat(page.locator("main")).containsText("nothing of ours has this identification");
    assertAccessible();
    screenshot("payments-status-report");
    page.navigate(batch);
    assertThat(page.locator("main")).containsText("not enough money (AM04)");
    assertAccessible();
    screenshot("payments-direct-debit");

    signIn(answer[2], DebitStage.PASSWORD);
    page.navigate("/self-care/balance.xhtml");
    assertThat(page.locator("main")).containsText("PL27 •••• 5387");
    assertAccessible();
    screenshot("payments-care-mandates");
  }

  @Test
  void aBatchIsTakenBackByTwoPeople() throws IOException, InterruptedException {
    stage();
    signIn("billing");
    page.navigate("/payments/payment-settings.xhtml");
    page.fill("[id='debits:refundLimit_input']", "10");
    page.click("[id='debits:save']");
    page.navigate("/payments/direct-debit-list.xhtml");
    page.click("[id='begin:start']");
    page.waitForURL(Pattern.compile("direct-debit\\.xhtml\\?id="));
    assertThat(page.locator("[id='batch:download']")).isVisible();
    page.reload();
    assertThat(page.getByText("Nobody has downloaded the file yet.")).isVisible();
    page.waitForDownload(() -> page.click("[id='batch:download']"));
    page.reload();
    assertThat(page.getByText("billing downloaded the file on")).isVisible();
    assertAccessible();
    screenshot("payments-debit-cancel");
    page.click("[id='cancel:do']");
    assertThat(page.getByText("Say why.")).isVisible();
    page.fill("[id='cancel:reason']", "The bank’s portal was down");
    page.click("[id='cancel:do']");
    assertThat(page.getByText("Another person has to decide about the cancellation.")).isVisible();
    assertThat(page.locator("[id='cancel:confirm']")).hasCount(0);
    String batch = page.url();

    signIn("admin");
    page.navigate(batch);
    assertThat(page.locator("[id='cancel']")).containsText("The bank’s portal was down");
    assertAccessible();
    screenshot("payments-debit-cancel-asked");
    page.click("[id='cancel:confirm']");
    assertThat(page.getByText("The batch is cancelled; its debts can be collected again."))
        .isVisible();
    assertThat(page.locator("[id='batch:download']")).hasCount(0);
    assertAccessible();
    screenshot("payments-debit-cancelled");
    page.locator("[id='me'] a >> nth=0").click();
    assertThat(page.locator("html")).hasAttribute("lang", "pl");
    screenshot("payments-debit-cancelled-pl");
    page.locator("[id='me'] a >> nth=0").click();
    page.navigate("/payments/payment-settings.xhtml");
    page.fill("[id='debits:refundLimit_input']", "200");
    page.click("[id='debits:save']");
    assertThat(page.locator("[id='debits:refundLimit_input']")).hasValue("200.00");
    page.navigate("/payments/direct-debit-list.xhtml");
    page.click("[id='begin:start']");
    assertThat(page.locator("[id='batch:download']")).isVisible();
  }

  @Test
  void creditIsRefunded() throws IOException, InterruptedException {
    String account = stage().split(";")[3];
    signIn("cashier");
    page.navigate("/payments/refund-new.xhtml?account=" + account);
    page.fill("[id='refund:iban']", "PL27114020040000300201355387");
    assertAccessible();
    screenshot("payments-refund-new");
    page.click("[id='refund:request']");
    page.waitForURL(Pattern.compile("refund-list\\.xhtml"));
    Locator first = page.locator("[id='found:refunds_data'] tr").first();
    assertThat(first).containsText("waits for approval");
    assertThat(first.locator("a", new Locator.LocatorOptions().setHasText("Approve"))).hasCount(0);
    assertAccessible();

    signIn("billing");
    page.navigate("/payments/refund-list.xhtml");
    page.locator("[id='found:refunds_data'] tr")
        .first()
        .locator("a", new Locator.LocatorOptions().setHasText("Approve"))
        .click();
    assertThat(page.locator("[id='found:refunds_data'] tr").first()).containsText("approved");
    page.click("[id='write:submit']");
    assertThat(page.locator("[id='found:refunds_data'] tr").first()).containsText("in the file");
    assertAccessible();
    screenshot("payments-refunds");
    Download file =
        page.waitForDownload(
            () ->
                page.locator(
                        "a",
                        new com.microsoft.playwright.Page.LocatorOptions()
                            .setHasText("Download the file"))
                    .first()
                    .click());
    assertTrue(file.suggestedFilename().startsWith("RFM"), file.suggestedFilename());
  }

  @Test
  void whoCollectsIsSetAndTheScreensSpeakPolish() throws IOException, InterruptedException {
    stage();
    signIn("billing");
    page.navigate("/payments/payment-settings.xhtml");
    page.fill("[id='creditor:identifier']", "DE97ZZZ09999999999");
    page.click("[id='creditor:save']");
    assertThat(page.locator("#messages")).containsText("no creditor identifier");
    page.fill("[id='creditor:identifier']", "DE98 ZZZ 0999 9999 999");
    page.click("[id='creditor:save']");
    assertThat(page.locator("[id='creditor:identifier']")).hasValue("DE98ZZZ09999999999");
    assertAccessible();
    screenshot("payments-settings");
    page.locator("[id='me'] a >> nth=0").click();
    assertThat(page.locator("html")).hasAttribute("lang", "pl");
    screenshot("payments-settings-pl");
    for (String screen : new String[] {"mandate-list", "direct-debit-list", "refund-list"}) {
      page.navigate("/payments/" + screen + ".xhtml");
      assertThat(page.locator("h1")).isVisible();
      screenshot("payments-" + screen + "-pl");
    }
    page.locator("[id='me'] a >> nth=0").click();
  }

  private static FilePayload report(String xml) {
    String text =
        BankPapers.report(
            "R" + System.nanoTime(),
            first(MESSAGE, xml),
            Integer.parseInt(first(COUNT, xml)),
            first(SUM, xml),
            first(GROUP, xml),
            BankPapers.status(first(ORDER, xml), "RJCT", "AM04"),
            BankPapers.status("X-1", "ACCP", ""));
    return new FilePayload("report.xml", "text/xml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String first(Pattern pattern, String xml) {
    Matcher found = pattern.matcher(xml);
    assertTrue(found.find(), xml);
    return found.group(1);
  }

  private static String stage() throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(TestServer.address().resolve("tests/debit-stage")).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
