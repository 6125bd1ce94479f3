package com.asta.warehouse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReceiveAndPickBrowserIT extends BrowserIT {
  private String model;
  private String serial;
  private String key;

  @BeforeEach
  void setTheStage() throws IOException, InterruptedException {
    HttpResponse<String> stage =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(TestServer.address().resolve("tests/warehouse-stage"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    String[] lines = stage.body().split("\n");
    model = lines[0];
    serial = lines[1];
    key = lines[2];
    page.navigate("/login.xhtml");
    page.locator("[id='login:username']").fill(WarehouseStage.CLERK);
    page.locator("[id='login:password']").fill(WarehouseStage.PASSWORD);
    page.locator("[id='login:submit']").click();
    assertThat(page.locator("nav.side")).isVisible();
  }

  @Test
  void aDeliveryIsScannedAndADuplicateIsRejectedWithItsReason() {
    page.navigate("/warehouse/receive.xhtml");
    Locator models = page.locator("[id='form:model']");
    models.selectOption(
        new SelectOption()
            .setLabel(
                models
                    .locator("option", new Locator.LocatorOptions().setHasText(model))
                    .textContent()));
    page.locator("[id='form:note']").fill("WZ/" + model);
    scan(serial);
    scan(serial + "1");
    scan("rubbish");
    assertThat(page.locator("[id='form:scanned'] .tag-bad")).hasCount(2);
    assertThat(page.locator("[id='form:scanned'] .tag-ok")).hasCount(1);
    assertAccessible();

    page.locator("[id='form:book']").click();

    assertThat(page.locator("h1")).containsText("WZ/" + model);
    assertThat(page.locator("main .tag-ok")).hasCount(1);
    assertAccessible();
  }

  private void scan(String number) {
    Locator input = page.locator("[id='form:scan']");
    input.fill(number);
    input.press("Enter");
    assertThat(
            page.locator(
                "[id='form:scanned'] td.serial",
                new com.microsoft.playwright.Page.LocatorOptions()
                    .setHasText(java.util.regex.Pattern.compile("^" + number.toUpperCase() + "$"))))
        .hasCount(1);
    assertThat(input).hasValue("");
  }

  @Test
  void aRouterIsPickedByItsSerialNumberAndShipped() {
    page.navigate("/workflow/work-list.xhtml");
    Locator row = page.locator("tr").filter(new Locator.FilterOptions().setHasText(serial));
    assertAccessible();
    row.locator("a.button").click();

    Locator input = page.locator("[id='scanForm:serial']");
    assertThat(input).isFocused();
    input.fill("S0000");
    input.press("Enter");
    assertThat(page.locator(".ui-messages-error")).containsText("S0000");
    assertAccessible();
    input.fill(serial.toLowerCase());
    input.press("Enter");

    page.locator("[id='shipForm:parcel']").fill("PL123");
    assertAccessible();
    page.locator("[id='shipForm:ship']").click();
    assertThat(page.locator(".ui-messages-info")).isVisible();

    page.navigate("/workflow/process.xhtml?key=" + key);
    assertThat(page.locator("svg.bpmn .bpmn-done").first()).isVisible();
    assertAccessible();
  }
}
