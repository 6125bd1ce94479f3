package com.asta.billing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BillRunBrowserIT extends BrowserIT {
  private static final double JOB_MILLIS = 60_000;

  @Test
  void aClerkRunsTheBillsAndExplainsAnAmount() throws IOException, InterruptedException {
    String cycleEnd = stage("");
    signIn(BillingStage.CLERK, BillingStage.PASSWORD);
    page.navigate("/billing/bill-run-list.xhtml");
    assertAccessible();

    page.locator("[id='start:cycleEnd']").fill(cycleEnd);
    page.locator("[id='start:go']").click();
    page.waitForURL(Pattern.compile("bill-run\\.xhtml\\?id="));
    assertThat(page.locator("[id='decide:approve']"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(JOB_MILLIS));
    assertThat(page.locator("[id='form:bills'] tbody tr")).hasCount(2);
    assertAccessible();
    screenshot("billing-review");

    page.locator("[id='decide:approve']").click();
    page.locator(".ui-confirmdialog-yes").click();
    assertThat(page.locator("a[href*='invoice-list.xhtml?run=']"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(JOB_MILLIS));
    assertAccessible();
    assertThat(page.locator(".steps li[aria-current=step]")).hasCount(1);

    page.locator("[id='send:deliver']").click();
    assertThat(page.locator(".steps li.step-done"))
        .hasCount(5, new LocatorAssertions.HasCountOptions().setTimeout(JOB_MILLIS));
    assertThat(page.locator("[id='ways'] tbody tr")).hasCount(1);
    assertAccessible();
    screenshot("billing-delivered");

    page.locator("[id='form:bills'] a[href*='invoice.xhtml']").first().click();
    assertThat(page.locator("h1")).containsText("FV/");
    page.locator(".bill-lines a").first().click();
    assertThat(page.locator("tr.why")).isVisible();
    assertThat(page.locator("[id='tries'] tbody tr")).hasCount(1);
    assertAccessible();
    screenshot("billing-invoice");

    page.locator("[id='delivery:mail']").click();
    assertThat(page.locator("[id='tries'] tbody tr")).hasCount(2);
    assertAccessible();
  }

  @Test
  void aSecondMonthShowsWhatChanged() throws IOException, InterruptedException {
    String run = stage("?months=yes");
    signIn(BillingStage.CLERK, BillingStage.PASSWORD);
    page.navigate("/billing/bill-run.xhtml?id=" + run);
    assertThat(page.locator("#review-title")).isVisible();
    assertThat(page.locator("[id='outliers'] tbody tr").first()).isVisible();
    assertAccessible();
    screenshot("billing-review-changes");
  }

  @Test
  void theListOfInvoicesIsAccessible() throws IOException, InterruptedException {
    stage("");
    signIn(BillingStage.CLERK, BillingStage.PASSWORD);
    page.navigate("/billing/invoice-list.xhtml");
    assertThat(page.locator("h1")).isVisible();
    assertAccessible();
  }

  @Test
  void aCustomerSeesTheOwnInvoicesAndNobodyElses() throws IOException, InterruptedException {
    signIn(stage("?billed=yes"), BillingStage.PASSWORD);
    page.navigate("/self-care/invoices.xhtml");
    assertThat(page.locator("[id='form:invoices'] tbody tr").first()).isVisible();
    assertAccessible();
    screenshot("billing-care-invoices");

    page.locator("[id='form:invoices'] a[href*='invoice.xhtml']").first().click();
    assertThat(page.locator("h1")).containsText("FV/");
    page.locator(".bill-lines a").last().click();
    assertThat(page.locator("tr.why")).isVisible();
    assertAccessible();
    screenshot("billing-care-invoice");

    String own = page.url().replaceAll(".*[?&]id=(\\d+).*", "$1");
    assertEquals(200, status("/self-care/invoice.pdf?id=" + own));
    for (long other : new long[] {Long.parseLong(own) - 1, Long.parseLong(own) + 1}) {
      assertEquals(404, status("/self-care/invoice.pdf?id=" + other));
    }
    assertEquals(403, status("/billing/invoice.pdf?id=" + own));
  }

  private int status(String path) {
    return page.request().get(path).status();
  }

  private static String stage(String query) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(TestServer.address().resolve("tests/billing-stage" + query))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
