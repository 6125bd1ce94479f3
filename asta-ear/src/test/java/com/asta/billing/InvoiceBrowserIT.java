package com.asta.billing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A clerk explains a bill that changed and corrects it; the customer sees both. */
class InvoiceBrowserIT extends BrowserIT {
  @Test
  void aClerkExplainsABillAndCorrectsIt() throws IOException, InterruptedException {
    String[] answer = stage().split(";");
    signIn(BillingStage.CLERK, BillingStage.PASSWORD);
    page.navigate("/billing/invoice.xhtml?id=" + answer[1]);
    page.locator(".tax-why summary").click();
    assertAccessible();
    screenshot("billing-invoice-actions");

    page.locator("#compare").click();
    assertThat(page.locator("#changes-title")).isVisible();
    assertThat(page.locator(".changes-chart canvas")).isVisible();
    assertAccessible();
    screenshot("billing-changes");

    page.navigate("/billing/correction.xhtml?id=" + answer[1]);
    Locator right = page.locator("input.right-value").first();
    right.fill("50");
    right.press("Tab");
    assertThat(page.locator(".bill-sums")).isVisible();
    page.locator("[id='correct:reason']").selectOption("SERVICE_FAILURE");
    page.locator("[id='correct:text']").fill("Awaria łącza");
    assertAccessible();
    screenshot("billing-correction");

    page.locator("[id='correct:issue']").click();
    page.waitForURL(Pattern.compile("credit-note\\.xhtml\\?id="));
    assertThat(page.locator("h1")).containsText("FK/");
    assertAccessible();
    screenshot("billing-credit-note");
    String note = page.url().replaceAll(".*[?&]id=(\\d+).*", "$1");
    assertEquals(200, status("/billing/invoice.pdf?id=" + note));
    assertEquals(200, status("/billing/invoice.xml?id=" + note));
    assertEquals(200, status("/billing/invoice.pdf?calls=1&id=" + answer[1]));

    page.navigate("/billing/invoice.xhtml?id=" + answer[1]);
    assertThat(page.locator("[id='corrections']")).containsText("FK/");

    signOutAndIn(answer[0]);
    page.setViewportSize(390, 500);
    assertBelowHead("/self-care/invoice.xhtml?id=" + answer[1] + "&line=1#line-1");
    page.setViewportSize(390, 844);
    page.navigate("/self-care/bill-changes.xhtml?id=" + answer[1]);
    assertThat(page.locator("#changes-title")).isVisible();
    assertAccessible();
    screenshot("billing-care-changes");
    page.navigate("/self-care/credit-note.xhtml?id=" + note);
    assertThat(page.locator("h1")).containsText("FK/");
    assertAccessible();
    screenshot("billing-care-credit-note");
    assertEquals(200, status("/self-care/invoice.xml?id=" + note));
    assertEquals(404, status("/self-care/invoice.xml?id=" + (Long.parseLong(note) + 1)));
  }

  @Test
  void aClerkSetsTheTaxOfABuyerAbroad() throws IOException, InterruptedException {
    stage();
    signIn(BillingStage.CLERK, BillingStage.PASSWORD);
    page.navigate("/billing/tax-rule-list.xhtml");
    assertThat(page.locator("tbody tr").first()).isVisible();
    assertAccessible();
    screenshot("billing-tax-rules");
    page.locator("[id='rule:label']").fill("21%");
    page.locator("[id='rule:add']").click();
    assertThat(page.locator("#messages")).containsText("ule");
    page.navigate("/billing/billing-account.xhtml?id=1");
    assertThat(page.locator("h1")).isVisible();
    assertAccessible();
    screenshot("billing-account");
  }

  private void signOutAndIn(String login) {
    page.locator("[id='me:out']").click();
    page.context().clearCookies();
    signIn(login, BillingStage.PASSWORD);
  }

  private int status(String path) {
    return page.request().get(path).status();
  }

  private static String stage() throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(TestServer.address().resolve("tests/billing-stage?twice=yes"))
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
