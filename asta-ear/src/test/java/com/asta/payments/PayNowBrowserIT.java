package com.asta.payments;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A customer pays on a phone through the simulated PayU; the back office gives it back. */
class PayNowBrowserIT extends BrowserIT {
  @Test
  void aCustomerPaysOnAPhoneAndTheOfficeGivesItBack() throws Exception {
    String login = customer("en", "240.00");
    page.setViewportSize(390, 844);
    signIn(login, PayNowStage.PASSWORD);
    screenshot("pay-home-phone");
    page.click("#pay-now");
    assertThat(page.locator("#total")).containsText("300.50");
    assertAccessible();
    screenshot("pay-phone");
    page.locator("[id$=':1:chosen']").uncheck();
    assertThat(page.locator("#total")).containsText("240.00");
    page.click("[id='pay:go']");
    page.waitForURL(Pattern.compile("/pay/"));
    page.getByRole(AriaRole.BUTTON).first().click();
    page.waitForURL(Pattern.compile("payment\\.xhtml"));
    assertThat(page.locator("[data-state=COMPLETED]")).containsText("Paid. Thank you!");
    assertAccessible();
    screenshot("pay-paid-phone");
    page.navigate("/self-care/balance.xhtml");
    assertThat(page.locator("main")).containsText("60.50");
    screenshot("pay-balance-phone");

    page.setViewportSize(1280, 800);
    signIn("billing");
    page.navigate("/payments/attempt-list.xhtml?show=COMPLETED");
    assertAccessible();
    screenshot("payments-attempts");
    page.locator("[id='found:attempts'] tbody a").first().click();
    assertThat(page.locator("h1")).containsText("240.00");
    assertAccessible();
    screenshot("payments-attempt");
    page.click("#payment");
    page.click("#giveback");
    assertAccessible();
    screenshot("payments-refund");
    page.fill("[id='giveback:reason']", "paid twice");
    page.click("[id='giveback:go']");
    assertThat(page.locator("[id='messages']")).containsText("waits for a second person");
    assertAccessible();
    screenshot("payments-refund-waits");

    signIn("admin");
    page.navigate("/payments/attempt-list.xhtml");
    assertAccessible();
    screenshot("payments-refund-decide");
    page.getByRole(AriaRole.BUTTON, byName("Agree")).last().click();
    assertThat(page.locator("[id='messages']")).containsText("The provider gives the money back");
  }

  @Test
  void thePageOfAPaymentShowsTheTruthAndNotTheAddress() throws Exception {
    String login = customer("pl", "33.00");
    page.setViewportSize(390, 844);
    signIn(login, PayNowStage.PASSWORD);
    page.getByText("Po polsku").click();
    page.navigate("/self-care/pay.xhtml");
    assertAccessible();
    screenshot("pay-phone-pl");
    page.click("[id='pay:go']");
    page.waitForURL(Pattern.compile("/pay/"));
    // back without having paid, with an address that claims otherwise
    page.navigate("/self-care/pay.xhtml");
    assertThat(page.locator("#open-title")).containsText("nie jest zakończona");
    screenshot("pay-open-phone-pl");
    page.click("#look");
    page.navigate(page.url() + "&status=COMPLETED");
    assertThat(page.locator("[data-state=PENDING]")).isVisible();
    assertAccessible();
    screenshot("pay-pending-phone-pl");
    String order =
        page.locator(".verdict .hint").textContent().replaceAll("(?s).*(AP-[0-9A-Z]+).*", "$1");
    PayuControl.set(order, "COMPLETED");
    assertTrue(PayuControl.tell(order, "GOOD") == 200);
    // it refreshes by itself
    assertThat(page.locator("[data-state=COMPLETED]")).containsText("Zapłacone");
    screenshot("pay-paid-phone-pl");
  }

  @Test
  void aBlikCodeIsTypedHereAndAWrongOneSaysWhatToDo() throws Exception {
    String login = customer("en", "12.00");
    page.setViewportSize(390, 844);
    signIn(login, PayNowStage.PASSWORD);
    page.navigate("/self-care/pay.xhtml");
    page.getByText("BLIK code").first().click();
    page.fill("[id='pay:blik']", "12 34");
    assertAccessible();
    page.click("[id='pay:go']");
    assertThat(page.locator("[id='messages']")).containsText("six digits");
    screenshot("pay-blik-phone");
    page.fill("[id='pay:blik']", "000000");
    page.click("[id='pay:go']");
    page.waitForURL(Pattern.compile("payment\\.xhtml"));
    assertThat(page.locator("[data-state=REJECTED]")).containsText("refused");
    assertAccessible();
    screenshot("pay-rejected-phone");
  }

  @Test
  void theOfficeTakesBlikOnTheTelephoneAndSettlesAPayout() throws Exception {
    String[] staged = stage("payout=yes").split(";");
    signIn("agent");
    page.navigate("/customers/customer.xhtml?id=" + staged[1]);
    page.getByRole(AriaRole.TAB, byName("Payments")).click();
    assertThat(page.getByText("BLIK on the telephone")).isVisible();
    screenshot("payments-of-customer-electronic");
    page.getByText("BLIK on the telephone").click();
    assertAccessible();
    screenshot("payments-blik");
    page.fill("[id='blik:code']", "123 456");
    page.click("[id='blik:go']");
    assertThat(page.locator("h1")).containsText("19.00");
    page.click("[id='act:ask']");
    assertThat(page.locator("[id='messages']")).containsText("asked");

    signIn("cashier");
    page.navigate("/payments/payment.xhtml?id=" + staged[0]);
    page.click("#payout");
    assertAccessible();
    assertThat(page.locator("[id='payout:sums']")).containsText("Fee of the provider");
    assertFeeIsTheDifference(page.locator("[id='payout:sums']").innerText());
    screenshot("payments-payout");
    page.click("[id='payout:go']");
    assertThat(page.locator("[id='messages']")).containsText("The payout is settled");
    screenshot("payments-payout-settled");

    signIn("admin");
    page.navigate("/payments/payment-settings.xhtml");
    assertAccessible();
    screenshot("payments-settings-refund-limit");
  }

  /** Other tests' payments of the day may be in the payout, too. */
  private static void assertFeeIsTheDifference(String sums) {
    List<BigDecimal> amounts =
        Pattern.compile("([0-9][0-9,]*[.][0-9]{2}).PLN")
            .matcher(sums)
            .results()
            .map(found -> new BigDecimal(found.group(1).replace(",", "")))
            .toList();
    assertEquals(3, amounts.size(), sums);
    assertEquals(amounts.get(0), amounts.get(1).add(amounts.get(2)), sums);
    assertTrue(amounts.get(1).signum() > 0, sums);
  }

  private static com.microsoft.playwright.Page.GetByRoleOptions byName(String name) {
    return new com.microsoft.playwright.Page.GetByRoleOptions().setName(name);
  }

  private static String customer(String language, String amount)
      throws IOException, InterruptedException {
    return stage("language=" + language + "&amount=" + amount);
  }

  private static String stage(String query) throws IOException, InterruptedException {
    URI stage = TestServer.address().resolve("tests/pay-now-stage?" + query);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(stage).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
