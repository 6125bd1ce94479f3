package com.asta.payments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A day at the desk, mostly by keyboard, from the float to the count that a colleague confirms. */
class CashDeskBrowserIT extends BrowserIT {
  @Test
  void aShiftIsWorkedAndClosedByTwo() throws SQLException {
    OwingCustomer payer = OwingCustomer.owing("Kasowy" + System.nanoTime() % 1_000_000, "120.00");
    String register = register();
    signIn("cashier");
    page.navigate("/payments/cash-desk.xhtml");
    assertThat(page.getByText("Open a shift to take money")).isVisible();
    assertAccessible();
    page.keyboard().press("Alt+n");
    page.waitForURL(Pattern.compile("cash-shift-open\\.xhtml"));
    page.navigate("/payments/cash-shift-open.xhtml?register=" + register);
    pieces("opening", 1, "1");
    assertThat(page.locator("[data-total]")).containsText("200");
    assertAccessible();
    screenshot("cash-shift-open");
    page.keyboard().press("Alt+s");
    page.waitForURL(Pattern.compile("cash-desk\\.xhtml"));

    page.navigate("/payments/cash-desk.xhtml?q=" + payer.number());
    assertThat(page.locator("[id='cash:amount_input']")).hasValue(Pattern.compile("120[.,]00"));
    assertAccessible();
    screenshot("cash-desk-payment");
    page.keyboard().press("Alt+s");
    page.waitForURL(Pattern.compile("cash-receipt\\.xhtml\\?id="));
    String first = page.url();
    page.navigate("/payments/cash-desk.xhtml?q=" + payer.number());
    type("cash:amount_input", "15.50");
    page.keyboard().press("Alt+s");
    page.waitForURL(Pattern.compile("cash-receipt\\.xhtml\\?id="));
    page.fill("[id='cancelling:reason']", "pomylka kasjera");
    assertAccessible();
    page.click("[id='cancelling:cancel']");
    assertThat(page.locator("h1 .tag")).hasText("cancelled");
    screenshot("cash-receipt-cancelled");
    assertThat(page.locator("[id='cancelling:cancel']")).hasCount(0);
    page.navigate(first);
    assertThat(page.locator("h1 .tag")).hasCount(0);

    page.navigate("/payments/cash-desk.xhtml");
    page.keyboard().press("Alt+n");
    page.waitForURL(Pattern.compile("cash-shift\\.xhtml\\?id="));
    String shift = page.url();
    page.fill("[id='banking:bag']", "BZ " + System.nanoTime());
    type("banking:sum_input", "100.00");
    page.click("[id='banking:deposit']");
    assertThat(page.getByText("on its way").first()).isVisible();
    pieces("closing", 2, "2");
    page.keyboard().press("Alt+s");
    assertThat(page.getByText("Counted and expected differ by").first()).isVisible();
    page.fill("[id='closing:explanation']", "zle wydana reszta");
    assertAccessible();
    screenshot("cash-shift-count");
    page.keyboard().press("Alt+s");
    assertThat(page.locator("h1 .tag")).hasText("to be confirmed");
    assertThat(page.locator("#difference")).containsText("20.00");
    assertThat(page.locator("[id='decide:confirm']")).hasCount(0);

    signIn("billing");
    page.navigate("/payments/cash-shift-list.xhtml?register=" + register);
    assertThat(page.locator("table .tag").first()).hasText("to be confirmed");
    assertAccessible();
    screenshot("cash-shift-list");
    page.locator("table a").first().click();
    page.waitForURL(shift);
    assertAccessible();
    screenshot("cash-shift-decide");
    page.click("[id='decide:confirm']");
    assertThat(page.locator("h1 .tag")).hasText("closed");
    look(shift);
  }

  /** The other languages and sizes, for the eye. */
  private void look(String shift) {
    setting("asta-language", "pl");
    setting("asta-scheme", "dark");
    page.navigate(shift);
    screenshot("cash-shift-pl-dark");
    setting("asta-scheme", "light");
    page.setViewportSize(390, 844);
    for (String name : new String[] {"cash-desk", "cash-shift-open", "cash-shift-list"}) {
      page.navigate("/payments/" + name + ".xhtml");
      assertEquals(
          true,
          page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"),
          name + " is wider than a phone");
      screenshot(name + "-phone");
    }
  }

  /** Fills a denomination, counted from 500 down, and leaves by Enter. */
  private void pieces(String form, int at, String pieces) {
    var field = page.locator("[id='" + form + "'] .count input").nth(at);
    field.fill(pieces);
    field.press("Enter");
  }

  /** An amount is formatted at each key, so it is typed. */
  private void type(String field, String amount) {
    page.locator("[id='" + field + "']").click();
    page.keyboard().press("Control+a");
    page.keyboard().type(amount);
  }

  private static String register() throws SQLException {
    String code = "B" + System.nanoTime() % 1_000_000;
    try (Connection database = TestServer.database().connect();
        Statement insert = database.createStatement()) {
      insert.execute(
          "insert into payments.cash_register (code, name) values ('"
              + code
              + "', 'Kasa testowa')");
    }
    return code;
  }

  private void setting(String name, String value) {
    page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(name));
    page.context().addCookies(List.of(new Cookie(name, value).setUrl(address().toString())));
  }
}
