package com.asta.payments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.asta.system.BrowserIT;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PaymentsBrowserIT extends BrowserIT {
  @Test
  void aStatementThatIsNoneIsRefusedWithAReason() {
    signIn("cashier");
    page.navigate("/payments/statement-list.xhtml");
    assertAccessible();
    page.setInputFiles(
        "input[type=file]",
        new FilePayload(
            "broken.xml", "text/xml", ("<a" + System.nanoTime()).getBytes(StandardCharsets.UTF_8)));
    page.waitForURL(Pattern.compile("statement\\.xhtml\\?id="));
    assertThat(page.getByText("The file is not whole XML").first()).isVisible();
    assertAccessible();
    screenshot("payments-statement-refused");
  }

  @Test
  void theScreensOfAPaymentsClerkAreAccessible() {
    signIn("cashier");
    for (String screen : new String[] {"payment-list", "matching", "cash-desk", "dunning"}) {
      page.navigate("/payments/" + screen + ".xhtml");
      assertThat(page.locator("h1")).isVisible();
      assertAccessible();
      screenshot("payments-" + screen);
    }
  }
}
