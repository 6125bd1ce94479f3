package com.asta.payments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A collections clerk simulates and runs dunning, looks at a case, and changes the policy. */
class DunningBrowserIT extends BrowserIT {
  private static final LocatorAssertions.IsVisibleOptions SOON =
      new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

  @BeforeAll
  static void settle() throws SQLException {
    TestServer.awaitStaff();
    try (Connection database = TestServer.database().connect()) {
      new DunnedTown(database, 500_000_000L, 40, 2).settle();
    }
  }

  @Test
  void aClerkSimulatesAndRunsDunning() {
    signIn("billing");
    page.navigate("/payments/dunning.xhtml");
    assertAccessible();
    screenshot("dunning-board");
    page.click("[id='act:simulate']");
    page.waitForURL(Pattern.compile("dunning-run\\.xhtml\\?id="));
    assertThat(page.locator("#state").getByText("done")).isVisible(SOON);
    assertThat(page.locator("h1")).containsText("Simulation of");
    assertThat(page.locator("#totals").getByText("3. Bar of services")).isVisible();
    assertAccessible();
    screenshot("dunning-simulation");
    page.click("[id='act:run']");
    assertThat(page.locator("h1")).containsText("Dunning run of");
    assertThat(page.locator("#state").getByText("done")).isVisible(SOON);
    assertThat(page.getByText("The run did exactly what was simulated.")).isVisible();
    assertAccessible();
    screenshot("dunning-run");
    phoneAndDark("dunning-run");
  }

  @Test
  void aClerkPausesACaseAndReadsItsLetter() {
    signIn("billing");
    page.navigate("/payments/dunning.xhtml");
    page.locator("[id='list:cases'] tbody a").first().click();
    page.waitForURL(Pattern.compile("dunning-case\\.xhtml"));
    assertAccessible();
    page.fill("[id='pause:reason']", "Customer will pay on Friday");
    page.click("[id='pause:save']");
    assertThat(page.getByText("Dunning is paused.")).isVisible();
    assertThat(page.locator("h1 .tag-off")).isVisible();
    screenshot("dunning-case");
    phoneAndDark("dunning-case");
    String letter = page.locator("a[href^='dunning-letter.pdf']").first().getAttribute("href");
    APIResponse pdf = page.request().get(address().resolve("payments/" + letter).toString());
    assertEquals("application/pdf", pdf.headers().get("content-type"));
    page.click("[id='go:resume']");
    assertThat(page.getByText("Dunning goes on.")).isVisible();
  }

  @Test
  void aDraftOfAPolicySaysItsFaults() {
    signIn("billing");
    page.navigate("/payments/dunning-policy.xhtml");
    assertAccessible();
    screenshot("dunning-policy");
    page.click("[id='begin:draft']");
    assertThat(page.getByText("The draft can be put in force.")).isVisible();
    page.locator("[id='edit:add']").click();
    assertThat(page.getByText("Nothing can follow a termination")).isVisible();
    assertAccessible();
    screenshot("dunning-policy-draft");
    page.click("[id='edit:publish']");
    assertThat(page.getByText("The draft has faults.")).isVisible();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove level 5")).click();
    assertThat(page.getByText("The draft can be put in force.")).isVisible();
    page.click("[id='edit:save']");
    assertThat(page.getByText("The draft is kept.")).isVisible();
    page.click("[id='edit:discard']");
    assertThat(page.locator("[id='begin:draft']")).isVisible();
  }

  @Test
  void aClerkSaysWhenDunningStartsByItself() {
    signIn("billing");
    page.navigate("/payments/dunning-policy.xhtml");
    assertThat(page.getByText("A person starts every run.").first()).isVisible();
    page.fill("[id='schedule:at']", "5.30");
    page.click("[id='schedule:save']");
    assertThat(page.locator("#messages")).containsText("“5.30” is no time of day.");
    page.fill("[id='schedule:at']", "23:59");
    page.click("[id='schedule:save']");
    assertThat(page.locator("#messages")).containsText("every day at 23:59");
    assertThat(page.locator("[id='schedule:at']")).hasValue("23:59");
    assertAccessible();
    screenshot("dunning-schedule");
    phoneAndDark("dunning-schedule");
    page.fill("[id='schedule:at']", "");
    page.click("[id='schedule:save']");
    assertThat(page.locator("#messages")).containsText("A person starts every run.");
  }

  @Test
  void aPromiseAndAPlanHoldDunningOff() {
    signIn("billing");
    page.navigate("/payments/ageing.xhtml");
    assertAccessible();
    screenshot("dunning-ageing");
    Download file = page.waitForDownload(() -> page.click("[id='take:export']"));
    assertEquals("ageing.csv", file.suggestedFilename());
    page.navigate("/payments/customer-account.xhtml?account=500000001");
    assertAccessible();
    page.fill("[id='promise:amount_input']", "81");
    day("promise:until", 7);
    page.click("[id='promise:save']");
    assertThat(page.getByText("The promise is recorded; dunning waits.")).isVisible();
    day("plan:first", 10);
    page.click("[id='plan:save']");
    assertThat(page.getByText("The plan is agreed")).isVisible();
    assertThat(page.locator("[id='plans'] tbody tr")).hasCount(3);
    pick("dispute:item", "DT/1");
    pick("dispute:why", "Service failed");
    page.fill("[id='dispute:detail']", "No connection for a week");
    page.click("[id='dispute:save']");
    assertThat(page.getByText("The dispute is open")).isVisible();
    pick("loss:item", "DT/1");
    page.fill("[id='loss:why']", "Nobody lives there");
    page.click("[id='loss:save']");
    assertThat(page.getByText("Proposed. Another person decides.")).isVisible();
    assertAccessible();
    screenshot("dunning-account");
    phoneAndDark("dunning-account");
    page.navigate("/payments/collection-work.xhtml");
    assertAccessible();
    screenshot("dunning-work");
    page.locator("[id='losses:proposed'] a", new Page.LocatorOptions().setHasText("Write off"))
        .first()
        .click();
    assertThat(page.getByText("Another person has to decide.")).isVisible();
    page.navigate("/payments/interest-rate-list.xhtml");
    assertAccessible();
    screenshot("dunning-rates");
  }

  /** Types a day and leaves the field, which closes its calendar. */
  private void day(String id, int fromToday) {
    Locator input = page.locator("[id='" + id + "_input']");
    input.fill(LocalDate.now().plusDays(fromToday).toString());
    input.press("Tab");
  }

  private void phoneAndDark(String name) {
    page.setViewportSize(390, 844);
    screenshot(name + "-phone");
    page.setViewportSize(1280, 900);
    Locator scheme = page.locator("[id='me'] a[aria-label]").first();
    scheme.click();
    page.locator("[data-scheme=dark]").first().waitFor();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    screenshot(name + "-dark");
    page.locator("[id='me'] a[aria-label]").first().click();
    page.locator("[id='me'] a").first().click();
    assertThat(page.locator("html[lang=pl]")).isAttached();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    screenshot(name + "-pl");
    page.locator("[id='me'] a").first().click();
  }
}
