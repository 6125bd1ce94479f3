package com.asta.marketing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.asta.system.BrowserIT;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketingBrowserIT extends BrowserIT {
  @Test
  void aMarketerCountsATargetWhileBuildingIt() {
    signIn("marketer");
    page.navigate("/marketing/target.xhtml");
    assertThat(page.locator("[id='form:live'] .figure")).isVisible();
    assertAccessible();

    page.fill("[id='form:city']", "Nowhere-" + System.nanoTime());
    page.keyboard().press("Tab");
    assertThat(page.locator("[id='form:live'] .figure")).hasText("0");
    page.fill("[id='form:name']", "Nobody");
    page.locator("[id='form:save']").click();

    assertThat(page.locator("main")).containsText("The target was saved.");
    assertThat(page.locator("h1")).hasText("Nobody");
  }

  @Test
  void aSurveyIsWrittenInTwoLanguages() {
    signIn("marketer");
    page.navigate("/marketing/survey-edit.xhtml");
    page.fill("[id='form:titlePl']", "Ankieta");
    page.fill("[id='form:titleEn']", "A survey");
    page.locator("input[id$=':textEn']").fill("How likely?");
    page.locator("input[id$=':textPl']").fill("Jak bardzo?");
    page.locator("select[id$=':kind']").selectOption("NPS");
    assertThat(page.locator("textarea")).hasCount(0);
    page.locator("[id='form:add']").click();
    assertThat(page.locator("select[id$=':kind']")).hasCount(2);
    assertAccessible();
    page.locator("[id='form:save']").click();
    assertThat(page.locator("main")).containsText("Write question 2 in both languages.");
    page.getByRole(AriaRole.BUTTON, named("Remove the question")).last().click();
    assertThat(page.locator("select[id$=':kind']")).hasCount(1);
    page.locator("[id='form:save']").click();

    assertThat(page.locator("h1")).hasText("A survey");
    page.getByRole(AriaRole.BUTTON, named("Open")).click();
    assertThat(page.locator("main")).containsText("The survey takes answers now.");
  }

  @Test
  void aCampaignShowsByItselfThatItIsSent() {
    signIn("marketer");
    page.navigate("/marketing/target.xhtml");
    page.fill("[id='form:city']", "Nowhere-" + System.nanoTime());
    page.fill("[id='form:name']", "Target " + System.nanoTime());
    String target = page.inputValue("[id='form:name']");
    page.locator("[id='form:save']").click();
    assertThat(page.locator("h1")).hasText(target);
    page.navigate("/marketing/campaign-edit.xhtml");
    page.fill("[id='form:name']", "News");
    page.locator("[id='form:target']").selectOption(new SelectOption().setLabel(target));
    for (String field : List.of("subjectPl", "bodyPl", "subjectEn", "bodyEn")) {
      page.fill("[id='form:" + field + "']", "Hello {firstName}");
    }
    assertAccessible();
    page.locator("[id='form:save']").click();
    assertThat(page.locator("main")).containsText("The campaign was saved.");
    assertAccessible();

    page.locator("[id='form:ask']").click();
    page.locator("[id='sureForm:send']").click();

    assertThat(page.locator("[id='form:state'] [role=status]")).hasText("Sent");
  }

  @Test
  void aLinkThatIsNotOursSaysSo() {
    page.navigate("/public/unsubscribe.xhtml?token=1-1.wrong");
    assertThat(page.locator("main")).containsText("This link is not valid.");
    assertThat(page.locator("button")).hasCount(0);
    page.navigate("/public/survey.xhtml?token=1-1.wrong");
    assertThat(page.locator("main")).containsText("This link is not valid.");
  }

  @Test
  void anOperatorSeesHowTheInstallationIs() {
    signIn("operator");
    for (String path :
        List.of(
            "/operations/job-list.xhtml",
            "/operations/suspense-list.xhtml",
            "/operations/mail-list.xhtml",
            "/operations/health.xhtml")) {
      page.navigate(path);
      assertThat(page.locator("h1")).isVisible();
      assertAccessible();
    }
    assertThat(page.locator("main")).containsText("asta.charging.request");
    page.navigate("/operations/job-list.xhtml");
    page.getByRole(AriaRole.BUTTON, named("Start a job")).click();
    page.locator("[id='startForm:chosen']").selectOption("charging-usage-import");
    assertThat(page.locator("[id='startForm']")).containsText("File (id)");
    page.locator("[id='startForm:start']").click();
    assertThat(page.locator("[id='startForm'] .ui-message-error").first()).isVisible();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }
}
