package com.asta.payments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.system.BrowserIT;
import com.microsoft.playwright.Download;
import org.junit.jupiter.api.Test;

class BankBrowserIT extends BrowserIT {
  @Test
  void aBookkeeperLooksAtTheBookAndTakesItAway() {
    signIn("billing");
    page.navigate("/payments/ledger.xhtml");
    assertThat(page.locator("#accounts-title")).isVisible();
    assertAccessible();
    screenshot("payments-ledger");
    Download file = page.waitForDownload(() -> page.click("[id='take:export']"));
    assertTrue(file.suggestedFilename().startsWith("ledger-"), file.suggestedFilename());
  }

  @Test
  void theOrderOfRulesIsChangedAndPutBack() {
    signIn("billing");
    page.navigate("/payments/payment-settings.xhtml");
    assertAccessible();
    screenshot("payments-settings");
    page.locator(".rules li").nth(1).locator("button").first().click();
    assertThat(page.locator(".rules li").first()).containsText("Account number");
    page.locator(".rules li").nth(1).locator("button").first().click();
    assertThat(page.locator(".rules li").first()).containsText("Virtual account");
  }
}
