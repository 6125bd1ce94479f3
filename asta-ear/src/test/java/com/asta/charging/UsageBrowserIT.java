package com.asta.charging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.asta.common.OperatorZone;
import com.asta.system.BrowserIT;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A CSV is mapped with a preview, imported, and its rejects are corrected and dismissed. */
class UsageBrowserIT extends BrowserIT {
  @Test
  void aCsvIsMappedImportedAndItsRejectsAreWorkedOff() throws Exception {
    String tag = "b" + System.nanoTime() % 1_000_000_000;
    String day = DateTimeFormatter.ofPattern("dd.MM.uuuu").format(LocalDate.now(OperatorZone.ID));
    StringBuilder csv = new StringBuilder("Data;Godzina;Abonent;Typ;Numer;Minuty;Lp\n");
    for (int i = 0; i < 6; i++) {
      csv.append(day)
          .append(";00:00:0")
          .append(i)
          .append(";48799800")
          .append(i % 2 == 0 ? "100" : "200")
          .append(i == 4 ? ";TEST" : ";MOC")
          .append(i == 5 ? ";none" : ";601 222 333")
          .append(";1,5;")
          .append(tag)
          .append(i)
          .append('\n');
    }
    signIn("operator");
    page.navigate("/charging/usage-import-list.xhtml");
    assertAccessible();
    page.locator("a[href*='usage-mapping.xhtml']").last().click();
    upload("sample.csv", csv.toString());
    page.click("[id='sample:read']");
    page.selectOption("[id='mapping:decimal']", ",");
    page.fill("[id='mapping:timeFormat']", "dd.MM.uuuu HH:mm:ss");
    page.selectOption("[id='mapping:time']", "Data");
    page.selectOption("[id='mapping:timeOfDay']", "Godzina");
    page.click("[id='mapping:preview']");
    assertThat(page.locator(".preview")).containsText("Choose the column of the subscriber");
    page.selectOption("[id='mapping:subscriber']", "Abonent");
    page.selectOption("[id='mapping:destination']", "Numer");
    page.selectOption("[id='mapping:serviceColumn']", "Typ");
    page.fill("[id='mapping:services']", "MOC=VOICE");
    page.selectOption("[id='mapping:units']", "Minuty");
    page.fill("[id='mapping:multiplier']", "60");
    page.selectOption("[id='mapping:skipColumn']", "Typ");
    page.fill("[id='mapping:skipValue']", "TEST");
    page.getByLabel("Lp").check();
    page.click("[id='mapping:preview']");
    Locator preview = page.locator(".preview tbody tr");
    assertThat(preview.nth(0)).containsText("1:30 min");
    assertThat(preview.nth(4)).containsText("Not chargeable");
    assertThat(preview.nth(5)).containsText("Wrong number");
    assertAccessible();
    screenshot("usage-mapping");
    page.fill("[id='mapping:name']", "Switch " + tag);
    page.fill("[id='mapping:code']", tag);
    page.click("[id='mapping:save']");
    page.waitForURL(Pattern.compile("id=\\d+"));

    page.navigate("/charging/usage-import-list.xhtml");
    page.locator("[id='upload:kind_input']").selectOption("usage-" + tag);
    upload(tag + ".csv", csv.toString());
    page.click("[id='upload:go']");
    Locator file = page.locator("tr", new Page.LocatorOptions().setHasText(tag + ".csv"));
    for (int i = 0; i < 60 && !file.getByText("Done").isVisible(); i++) {
      Thread.sleep(500);
      page.navigate("/charging/usage-import-list.xhtml");
    }
    screenshot("usage-import-list");
    file.locator("a").first().click();
    assertThat(page.locator("main")).containsText("Unknown subscriber · 4");
    assertAccessible();
    screenshot("usage-import-rejects");

    page.getByText("Correct, try again or dismiss").click();
    assertAccessible();
    page.locator("fieldset details summary").click();
    page.fill("[id='rejects:replace']", "48799800200");
    page.fill("[id='rejects:by']", "48799800300");
    screenshot("usage-suspense");
    page.click("[id='rejects:correct']");
    assertThat(page.locator("main")).containsText("48799800300");
    page.getByText("Edit line").first().click();
    assertAccessible();
    screenshot("usage-suspense-edit");
    page.click("[id='line:save']");
    assertThat(page.locator("[id='rejects:rows'] tbody tr")).hasCount(5);
    page.getByText("with the lines ticked below").click();
    page.locator("input[name=chosen]").first().check();
    page.click("[id='rejects:dismiss']");
    assertThat(page.locator("[id='rejects:rows'] tbody tr")).hasCount(4);
    page.click("[id='rejects:retry']");
    assertThat(page.locator("[id='rejects:rows'] tbody tr")).hasCount(4);
  }

  private void upload(String name, String content) {
    page.setInputFiles(
        "input[type=file]",
        new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
  }
}
