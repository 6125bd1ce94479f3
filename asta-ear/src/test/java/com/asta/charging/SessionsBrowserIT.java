package com.asta.charging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import jakarta.jms.JMSException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsBrowserIT extends BrowserIT {
  private static final double TARIFF_MILLIS = 15_000;

  @BeforeEach
  void settle() throws SQLException {
    try (Connection database = TestServer.database().connect()) {
      ChargingTown.settle(database, 20, new BigDecimal("25.00"));
    }
  }

  @Test
  void aSessionIsPlayedStepByStepAndFoundInTheList() {
    open("agent", ChargingTown.number(1));
    assertAccessible();
    awaitTariff();

    page.fill("input[id$=':1:name']", "web");
    page.click("[id='session:begin']");
    assertThat(page.locator(".page-messages")).containsText("group named twice");
    page.fill("input[id$=':1:name']", "call");
    page.fill("input[id$=':0:quota']", "5 MB");
    page.fill("input[id$=':1:quota']", "2 min");
    page.click("[id='session:begin']");
    assertThat(steps().first()).containsText("Session opened");
    assertThat(steps().first()).containsText("5 MB");
    assertThat(page.locator("#line")).containsText("14.40");
    assertAccessible();
    shot("charging-session-open");

    page.fill("input[id$=':0:used']", "3 MB");
    page.fill("input[id$=':1:used']", "61 s");
    page.fill("input[id$=':1:wanted']", "0");
    page.click("[id='session:goOn']");
    assertThat(steps().first()).containsText("Use reported");
    assertThat(steps().first()).containsText("6.60");
    steps().first().locator("details summary").first().click();
    shot("charging-session-goes-on");

    page.fill("input[id$=':0:used']", "1 MB");
    page.click("[id='session:end']");
    assertThat(steps().first()).containsText("Session closed");
    assertThat(page.locator("#line")).containsText("16.40");
    assertAccessible();

    page.navigate("/charging/session-list.xhtml?state=CLOSED&number=" + ChargingTown.number(1));
    assertThat(page.locator("[id='sessions:rows'] tbody tr")).hasCount(1);
    assertAccessible();
    shot("charging-session-list");
    page.locator("[id='sessions:rows'] a[href*='session.xhtml']").first().click();
    assertThat(page.locator("h1")).containsText("Closed");
    assertThat(page.locator(".played > li")).hasCount(3);
    assertAccessible();
    shot("charging-session");
  }

  @Test
  void anEventIsPricedChargedAndGivenBack() {
    open("admin", ChargingTown.number(2));
    awaitTariff();
    page.click("[id='event:enquire']");
    assertThat(steps().first()).containsText("Price asked");
    assertThat(steps().first()).containsText("0.60");

    page.click("[id='event:debit']");
    assertThat(steps().first()).containsText("24.40");
    assertAccessible();
    shot("charging-event");
    steps().first().locator("button:has-text('Give it back')").click();
    assertThat(steps().first()).containsText("Charge given back");
    assertThat(page.locator("#line")).containsText("25.00");

    page.fill("[id='event:destination']", "+8816 000 000");
    page.click("[id='event:debit']");
    assertThat(steps().first()).containsText("There is no price for this destination.");
    page.fill("[id='event:units']", "a lot");
    page.click("[id='event:debit']");
    assertThat(page.locator("[id='event']")).containsText("cannot be read");
    assertAccessible();
  }

  @Test
  void aMessageThatIsNoRequestIsADeadLetterWithItsReason() throws JMSException {
    try (ChargingCaller network =
        new ChargingCaller(TestServer.ports().jms(), (correlation, answer) -> {})) {
      network.leave("{\"sessionId\": \"msc-7.broken\", \"requestNumber\": 1, \"units\": \"many\"}");
    }
    signIn("operator");
    page.navigate("/operations/dead-letter-list.xhtml");
    Locator letter = page.locator("tr:has-text('asta.charging.request')").first();
    for (int i = 0; letter.count() == 0 && i < 20; i++) {
      page.waitForTimeout(250);
      page.reload();
    }
    assertThat(letter).containsText("units must be a whole number");
    assertAccessible();
    shot("dead-letter-reason");
  }

  private void open(String login, String number) {
    signIn(login);
    page.navigate("/charging/session-player.xhtml");
    page.fill("[id='who:number_input']", "+" + number);
    page.locator("h1").click();
    assertThat(page.locator("#line")).containsText(Pattern.compile("25\\.00|16\\.40"));
  }

  /** The server looks for new tariffs every ten seconds. */
  private void awaitTariff() {
    page.click("[id='event:enquire']");
    for (int i = 0; steps().first().textContent().contains("Refused") && i < 15; i++) {
      page.waitForTimeout(TARIFF_MILLIS / 15);
      page.click("[id='event:enquire']");
      assertThat(steps()).hasCount(i + 2, new LocatorAssertions.HasCountOptions());
    }
  }

  /** From the top, where the header belongs. */
  private void shot(String name) {
    page.evaluate("window.scrollTo(0, 0)");
    screenshot(name);
  }

  private Locator steps() {
    return page.locator(".played > li");
  }
}
