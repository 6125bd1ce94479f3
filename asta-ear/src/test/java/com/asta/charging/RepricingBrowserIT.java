package com.asta.charging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RepricingBrowserIT extends BrowserIT {
  private static final double JOB_MILLIS = 60_000;

  @Test
  void aManagerSeesWhatADraftChangesAndABillingClerkCorrectsPrices()
      throws IOException, InterruptedException {
    String[] stage = stage("").split(" ");
    signIn(RepricingStage.MANAGER, RepricingStage.PASSWORD);

    page.navigate("/charging/what-if-list.xhtml");
    page.locator("[id='start:version']").selectOption(stage[1]);
    page.locator("[id='start:month']").selectOption(stage[2]);
    assertAccessible();
    page.locator("[id='start:go']").click();
    page.waitForURL(Pattern.compile("repricing\\.xhtml\\?id="));
    assertThat(page.locator("[id='form:accounts'] tbody tr").first()).isVisible(patiently());
    assertThat(page.locator("[id='form:accounts'] tbody tr")).hasCount(6);
    assertThat(page.locator("h1")).containsText(stage[0]);
    assertAccessible();
    screenshot("charging-what-if");
    page.navigate("/charging/what-if-list.xhtml");
    assertThat(page.locator("[id='form:rows'] tbody tr").first()).containsText(stage[0]);
    assertAccessible();
    screenshot("charging-what-if-list");

    stage("?publish=" + stage[1]);
    page.navigate("/charging/re-rating-list.xhtml");
    page.locator("[id='start:first']").selectOption(stage[2]);
    page.locator("[id='start:last']").selectOption(stage[2]);
    page.locator("[id='start:tariff']").selectOption(stage[0]);
    page.locator("[id='start:reason']").fill("Wrong price list");
    assertAccessible();
    page.locator("[id='start:go']").click();
    page.waitForURL(Pattern.compile("repricing\\.xhtml\\?id="));
    assertThat(page.locator("[id='decide:apply']")).isVisible(patiently());
    assertAccessible();
    screenshot("charging-re-rating");

    Download csv = page.waitForDownload(() -> page.locator("[id='decide:export']").click());
    List<String> lines = Files.readAllLines(csv.path());
    assertEquals(7, lines.size());
    assertTrue(lines.get(1).contains(",2,2,0,10,4,-6,PLN"), lines.get(1));
    assertTrue(lines.get(0).startsWith("account,customer,"), lines.get(0));

    page.locator("[id='decide:apply']").click();
    page.locator(".ui-confirmdialog-yes").click();
    assertThat(page.locator("[id='decide:apply']")).isHidden(hidden());
    assertThat(page.locator("[id='form:accounts'] tbody tr").first()).isVisible(patiently());
    assertThat(page.locator(".tag-ok").first()).isVisible();
    page.navigate("/charging/re-rating-list.xhtml");
    assertThat(page.locator("[id='form:rows'] tbody tr").first()).containsText("Wrong price list");
    screenshot("charging-re-rating-list");
  }

  private static LocatorAssertions.IsVisibleOptions patiently() {
    return new LocatorAssertions.IsVisibleOptions().setTimeout(JOB_MILLIS);
  }

  private static LocatorAssertions.IsHiddenOptions hidden() {
    return new LocatorAssertions.IsHiddenOptions().setTimeout(JOB_MILLIS);
  }

  private static String stage(String query) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(TestServer.address().resolve("tests/repricing-stage" + query))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.body();
  }
}
