package com.asta.payments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The workbench by its keys, on payments that a bank's own table brought. */
class MatchingBrowserIT extends BrowserIT {
  private final long tag = System.nanoTime() % 1_000_000;

  @Test
  void aTableIsNamedAndItsPaymentsAreAcceptedAndUndoneByKeys() throws SQLException {
    OwingCustomer both = OwingCustomer.owing("Dwojakowski" + tag, "42.17", "61.00");
    OwingCustomer over = OwingCustomer.owing("Nadplacki" + tag, "70.00");
    String day = LocalDate.now().toString();
    signIn("cashier");
    String table =
        """
        Data%d;Kwota;Nadawca;Tytul
        %s;103,17;%s ODDZIAL;oplata za dwie
        %s;75,25;%s ODDZIAL;oplata
        """
            .formatted(tag, day, both.name().toUpperCase(), day, over.name().toUpperCase());
    upload(table);
    assertThat(page.getByText("columns are not named").first()).isVisible();
    page.locator("a[href*='csv-mapping']").click();
    page.waitForURL(Pattern.compile("csv-mapping\\.xhtml\\?file="));
    assertAccessible();
    page.fill("[id='name']", "Bank testowy " + tag);
    page.locator("[id='try']").click();
    assertThat(page.locator("table.plain-table tbody tr")).hasCount(2);
    assertThat(page.locator("table.plain-table tbody tr").first()).containsText("103.17");
    screenshot("payments-csv-mapping");
    page.keyboard().press("Alt+s");
    page.waitForURL(Pattern.compile("statement\\.xhtml\\?id="));

    long first = awaitUnmatched(both.name());
    page.navigate("/payments/matching.xhtml?id=" + first);
    assertThat(page.locator("#line-amount")).containsText("103.17");
    assertThat(page.locator(".candidate.best")).containsText(both.name());
    assertThat(page.locator(".candidate.best .debts li")).hasCount(2);
    assertAccessible();
    screenshot("payments-matching-two-debts");
    page.keyboard().press("Enter");
    assertThat(page.locator("#accepted")).containsText(both.name());
    assertThat(page.locator("#line-amount")).containsText("75.25");
    page.keyboard().press("Alt+z");
    assertThat(page.locator("#accepted")).hasCount(0);
    assertThat(page.locator("#line-amount")).containsText("103.17");
    page.keyboard().press("Enter");
    assertThat(page.locator("#line-amount")).containsText("75.25");
    assertThat(page.locator(".candidate.best")).containsText(over.name());
    page.keyboard().press("Enter");
    assertThat(page.locator("#accepted")).containsText(over.name());

    page.navigate("/payments/payment.xhtml?id=" + first);
    assertThat(page.getByText(both.documents().get(0)).first()).isVisible();
    assertThat(page.getByText(both.documents().get(1)).first()).isVisible();
    look(first);
  }

  private void look(long payment) {
    setting("asta-language", "pl");
    setting("asta-scheme", "dark");
    page.navigate("/payments/payment.xhtml?id=" + payment);
    screenshot("payments-payment-pl-dark");
    page.navigate("/payments/matching.xhtml");
    screenshot("payments-matching-pl-dark");
    setting("asta-scheme", "light");
    page.setViewportSize(390, 844);
    page.navigate("/payments/matching.xhtml");
    screenshot("payments-matching-phone");
  }

  private void upload(String table) {
    page.navigate("/payments/statement-list.xhtml");
    page.setInputFiles(
        "input[type=file]",
        new FilePayload("table.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
    page.waitForURL(Pattern.compile("statement\\.xhtml\\?id="));
  }

  private long awaitUnmatched(String payer) throws SQLException {
    return Eventually.get(
        "payment of " + payer,
        () -> {
          try (Connection database = TestServer.database().connect();
              Statement query = database.createStatement();
              ResultSet row =
                  query.executeQuery(
                      "select id from payments.payment where account_id is null and payer_name ilike '"
                          + payer
                          + "%'")) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private void setting(String name, String value) {
    page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(name));
    page.context().addCookies(List.of(new Cookie(name, value).setUrl(address().toString())));
  }
}
