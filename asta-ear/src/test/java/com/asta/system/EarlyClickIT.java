package com.asta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Presses buttons before a page's scripts ran: its browser runs none. */
class EarlyClickIT extends BrowserIT {

  @Override
  protected Browser.NewContextOptions options() {
    return super.options().setJavaScriptEnabled(false);
  }

  @Test
  void aButtonPressedBeforeTheScriptsRanDoesItsWork() {
    signIn("marketer");
    page.navigate("/marketing/survey-edit.xhtml");
    page.fill("[id='form:titlePl']", "Ankieta");
    page.fill("[id='form:titleEn']", "An early survey");
    page.locator("input[id$=':textEn']").fill("How likely?");
    page.locator("input[id$=':textPl']").fill("Jak bardzo?");
    page.locator("select[id$=':kind']").selectOption("NPS");
    page.locator("[id='form:save']").click();
    assertThat(page.locator("h1")).hasText("An early survey");

    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open")).click();

    assertThat(page.locator("main")).containsText("The survey takes answers now.");
  }

  @Test
  void whatAsksBeforeItActsWaitsUntilItCanAsk() {
    signIn("product");
    page.navigate("/charging/tariff-list.xhtml");
    page.locator("main a[data-key=new]").click();
    String code = "EARLY-" + System.nanoTime() % 1_000_000_000;
    page.fill("[id='create:code']", code);
    page.fill("[id='create:nameEn']", "Early " + code);
    page.fill("[id='create:namePl']", "Wczesna " + code);
    page.locator("[id='create:go']").click();
    page.waitForURL(Pattern.compile("version=\\d+"));
    page.navigate(page.url().replace("tariff-zones", "tariff"));

    assertThat(page.locator("[id='discard:go']")).hasCount(1);
    assertThat(page.locator("[id='discard:go']")).isHidden();
  }
}
