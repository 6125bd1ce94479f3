package com.asta.billing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** The terms of offers, promotions, and charges above a limit, as people see them. */
class SchemesBrowserIT extends BrowserIT {
  private final String unique = String.valueOf(System.nanoTime() % 1_000_000_000);

  @Test
  void aManagerDesignsDiscountsAndSeesTheFirstBill() {
    signIn("product");
    page.navigate("/products/promotion-list.xhtml");
    page.fill("[id='add:code']", "it-" + unique);
    page.fill("[id='add:nameEn']", "Spring");
    page.fill("[id='add:namePl']", "Wiosna");
    page.locator("[id='add:save']").click();
    assertThat(page.locator("[id='list:promotions']")).containsText("IT-" + unique);
    assertAccessible();
    screenshot("promotions");

    page.navigate("/products/specification-list.xhtml");
    page.fill("[id='add:code']", "SPEC-" + unique);
    page.fill("[id='add:nameEn']", "Spec " + unique);
    page.fill("[id='add:namePl']", "Produkt " + unique);
    page.locator("[id='add:save']").click();
    assertThat(page.locator("main")).containsText("The specification was added");

    page.navigate("/products/offer-edit.xhtml");
    page.fill("[id='edit:code']", "SCHEME-" + unique);
    pick("edit:specification", "Spec " + unique);
    page.fill("[id='edit:nameEn']", "Scheme " + unique);
    page.fill("[id='edit:namePl']", "Schemat " + unique);
    price(0, "FEE", "Subscription", "Abonament", "100.00");
    page.locator("[id='edit:addPrice']").click();
    assertThat(page.locator("[id='edit:lines:1:code']")).isVisible();
    pick("edit:lines:1:kind", "Minimum spend");
    assertThat(page.locator("[id='edit:lines:1:advance']")).hasCount(0);
    price(1, "MIN", "Minimum", "Minimum", "120.00");
    page.locator("[id='edit:addDiscount']").click();
    page.fill("[id='edit:discount:0:code']", "HALF");
    page.fill("[id='edit:discount:0:nameEn']", "Half price");
    page.fill("[id='edit:discount:0:namePl']", "Pół ceny");
    page.locator("[id='edit:discount:0:value_input']").pressSequentially("50.00");
    page.fill("[id='edit:discount:0:months']", "3");
    page.locator("[id='edit:addDiscount']").click();
    page.fill("[id='edit:discount:1:code']", "CODE");
    page.fill("[id='edit:discount:1:nameEn']", "With code");
    page.fill("[id='edit:discount:1:namePl']", "Z kodem");
    page.locator("[id='edit:discount:1:value_input']").pressSequentially("10.00");
    pick("edit:discount:1:condition", "With a promotion code");
    pick("edit:discount:1:promotion", "IT-" + unique);
    assertThat(page.locator("[id='edit:discount:1:promotion_panel']")).isHidden();
    page.locator("h1").scrollIntoViewIfNeeded();
    assertAccessible();
    screenshot("offer-edit-discounts");
    page.locator("[id='edit:save']").click();

    Locator main = page.locator("main");
    assertThat(main).containsText("50 % off, recurring prices, for the first 3 months");
    assertThat(main).containsText("10 % off, recurring prices, with code IT-" + unique);
    assertThat(main).containsText("Half price");
    assertThat(main).containsText("Minimum");
    assertAccessible();
    screenshot("offer-discounts");
    page.locator("[id='act:publish']").click();
    assertThat(main).containsText("The version is published");
  }

  @Test
  void anInvoiceExplainsItsDiscountAndItsMinimum() throws IOException, InterruptedException {
    String invoice = stage("schemes");
    signIn(BillingStage.CLERK, BillingStage.PASSWORD);
    page.navigate("/billing/invoice.xhtml?id=" + invoice + "&line=2");
    Locator why = page.locator("tr.why");
    assertThat(why).containsText("50 % off, recurring prices, for the first 3 months");
    assertThat(why).containsText("1. Fibre 600, 80.00 PLN");
    assertAccessible();
    screenshot("invoice-discount-why");

    page.setViewportSize(1280, 400);
    assertBelowHead("/billing/invoice.xhtml?id=" + invoice + "&line=2#line-2");
    page.setViewportSize(1280, 800);

    page.navigate("/billing/invoice.xhtml?id=" + invoice + "&line=3");
    assertThat(page.locator("tr.why")).containsText("40.00 PLN");
    page.getByText("Po polsku").click();
    assertThat(page.locator("tr.why")).containsText("Wydano po rabatach");
    assertThat(page.locator("main")).containsText("Pół ceny");
    screenshot("invoice-minimum-why-pl");
    page.navigate("/products/promotion-list.xhtml");
    screenshot("promotions-pl");
  }

  @Test
  void aSecondPersonAgreesToACharge() throws IOException, InterruptedException {
    String account = stage("billed").replaceAll("\\D", "");
    signIn("admin");
    limit("50.00");
    try {
      signIn(BillingStage.CLERK, BillingStage.PASSWORD);
      page.navigate("/billing/manual-charge.xhtml?account=" + account);
      assertThat(page.locator("main")).containsText("Nothing was entered for this account");
      page.locator("[id='enter:save']").click();
      assertThat(page.locator("#messages")).containsText("choose a reason");
      page.locator("[id='enter:credit']").selectOption("true");
      page.locator("[id='enter:amount_input']").pressSequentially("80.00");
      page.locator("[id='enter:reason']").selectOption("SERVICE_FAILURE");
      page.fill("[id='enter:textEn']", "Credit for the failure");
      page.fill("[id='enter:textPl']", "Uznanie za awarię");
      page.fill("[id='enter:note']", "Three days without service");
      page.locator("[id='enter:save']").click();
      assertThat(page.locator("main")).containsText("Waits for approval");
      assertAccessible();
      screenshot("manual-charge");

      page.navigate("/billing/manual-charge-list.xhtml");
      Locator mine = row("Three days without service");
      assertAccessible();
      screenshot("manual-charges-waiting");
      mine.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve")).click();
      assertThat(page.locator("#messages")).containsText("another person has to approve");

      signIn("admin");
      page.navigate("/billing/manual-charge-list.xhtml");
      row("Three days without service")
          .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Approve"))
          .click();
      assertThat(page.locator("#messages")).containsText("The next bill takes it");
    } finally {
      signIn("admin");
      limit("");
    }
    page.navigate("/billing/manual-charge.xhtml?account=" + account);
    assertThat(page.locator("[id='list:charges']")).containsText("For the next bill");
  }

  private Locator row(String note) {
    return page.locator("[id='list:charges'] tbody tr", new Page.LocatorOptions().setHasText(note))
        .last();
  }

  private void limit(String net) {
    page.navigate("/billing/manual-charge-list.xhtml");
    Locator input = page.locator("[id='policy:limit_input']");
    input.click();
    input.press("Control+a");
    input.press("Delete");
    input.pressSequentially(net);
    input.press("Tab");
    page.locator("[id='policy:save']").click();
    assertThat(page.locator("#messages")).containsText("The limit was saved");
  }

  private void price(int line, String code, String en, String pl, String net) {
    String id = "edit:lines:" + line + ":";
    page.fill("[id='" + id + "code']", code);
    page.fill("[id='" + id + "nameEn']", en);
    page.fill("[id='" + id + "namePl']", pl);
    page.locator("[id='" + id + "amount_input']").pressSequentially(net);
  }

  private static String stage(String what) throws IOException, InterruptedException {
    TestServer.awaitStaff();
    HttpRequest request =
        HttpRequest.newBuilder(TestServer.address().resolve("tests/billing-stage?" + what + "=yes"))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    return answer.body();
  }
}
