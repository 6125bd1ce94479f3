package com.asta.billing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A clerk settles how accounts are billed; a seller sees the next bill; a child its statement. */
class AccountBrowserIT extends BrowserIT {
  @Test
  void aClerkSettlesHowAnAccountIsBilled() throws IOException, InterruptedException {
    String[] family = stage().split(";");
    signIn(BillingStage.SELLER, BillingStage.PASSWORD);
    page.navigate("/billing/billing-account.xhtml?id=" + family[1]);
    assertThat(page.locator("[id='payers']")).containsText("A-");
    assertThat(page.locator("[id='statements']")).isVisible();
    assertAccessible();
    screenshot("billing-account-child");
    assertEquals(
        200,
        page.request()
            .get("/billing/statement.pdf?account=" + family[1] + "&invoice=" + family[4])
            .status());

    page.locator("[id='holds:why']").fill("Court case");
    page.locator("[id='holds:place']").click();
    assertThat(page.locator("h1 .tag-warn")).isVisible();
    assertAccessible();
    page.locator("[id='holds'] .ui-button", having("Release")).click();
    assertThat(page.locator("h1 .tag-warn")).hasCount(0);

    pick("account:frequency", "Every quarter");
    assertThat(page.locator("[id='account:month_label']")).isVisible();
    assertThat(page.locator("[id='account:frequency_panel']")).isHidden();
    assertAccessible();
    page.locator("[id='account:save']").click();
    assertThat(page.locator("dl.facts")).containsText("every three months");
    screenshot("billing-account-quarterly");

    page.navigate("/billing/bill-now.xhtml?id=" + family[0]);
    assertThat(page.locator("h1")).isVisible();
    assertAccessible();
    screenshot("billing-now");
    inPolish();
    page.navigate("/billing/billing-account.xhtml?id=" + family[0]);
    screenshot("billing-account-parent-pl");
    page.navigate("/billing/invoice.xhtml?id=" + family[4]);
    assertThat(page.locator("h1")).containsText("FV/");
    screenshot("billing-invoice-parent-pl");
  }

  @Test
  void aSellerSeesTheNextBillBeforeAResignation() throws IOException, InterruptedException {
    String[] family = stage().split(";");
    signIn(BillingStage.SELLER, BillingStage.PASSWORD);
    page.navigate("/products/subscription.xhtml?id=" + family[2]);
    page.locator("[id='resign'] summary").click();
    assertThat(page.locator("[id='resign:last']")).containsText("Without this order");
    assertAccessible();
    screenshot("billing-next-bill");
  }

  @Test
  void aChildSeesItsStatementAndNothingElse() throws IOException, InterruptedException {
    String[] family = stage().split(";");
    signIn(family[3], BillingStage.PASSWORD);
    page.navigate("/self-care/invoices.xhtml");
    assertThat(page.locator("#statements")).isVisible();
    assertAccessible();
    screenshot("billing-care-statements");
    String statement = "/self-care/statement.pdf?invoice=" + family[4] + "&account=";
    assertEquals(200, page.request().get(statement + family[1]).status());
    assertEquals(404, page.request().get(statement + family[0]).status(), "the parent's");
    assertEquals(404, page.request().get("/self-care/invoice.pdf?id=" + family[4]).status());
  }

  private void inPolish() {
    page.locator("a, button, input", having("Po polsku")).first().click();
    assertThat(page.locator("html")).hasAttribute("lang", "pl");
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static String stage() throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(TestServer.address().resolve("tests/billing-stage?family=yes"))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
