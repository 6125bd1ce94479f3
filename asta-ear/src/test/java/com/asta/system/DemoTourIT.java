package com.asta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.common.Money;
import com.asta.common.OperatorZone;
import com.asta.payments.rules.StatementWriter;
import com.asta.payments.rules.StatementWriter.Transfer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The tour of the README, walked through in a browser on a server of its own with the demo
 * operator: register, sell, ship, use, bill, pay.
 */
class DemoTourIT extends BrowserIT {
  private static final String PHONE = "+48509123987";
  private static final String FAMILY = "Wędrowna";

  /** The demo operator's own account. */
  private static final String OWN_IBAN = "PL61109010140000071219812874";

  private static CrashHarness demo;

  private String customer;
  private String order;

  @BeforeAll
  static void startTheDemo() throws Exception {
    demo = CrashHarness.start("tour", "true");
  }

  @AfterAll
  static void stopTheDemo() throws Exception {
    if (demo != null) {
      demo.close();
    }
  }

  @Override
  protected URI address() {
    return demo.server().address();
  }

  @Test
  void aWholeSaleFromRegistrationToBalance() {
    page.setDefaultTimeout(40_000);
    register();
    sell();
    ship();
    use();
    moveToTheNextMonth();
    bill();
    pay();
    seeTheBalance();
    lookAtOnesOwn();
    payAtTheDemosBank();
    giveBack();
  }

  private void register() {
    signIn("agent");
    page.navigate("/customers/customer-registration.xhtml");
    fill("givenName", "Zofia");
    fill("familyName", FAMILY);
    fill("email", "zofia.wedrowna@example.com");
    fill("phone", PHONE);
    fill("street", "ul. Nowa 7");
    fill("postalCode", "30-003");
    fill("city", "Kraków");
    page.locator("[id='register:save']").click();
    page.waitForURL(Pattern.compile("customer\\.xhtml\\?id="));
    customer = after("id=");
    assertAccessible();
    screenshot("tour-1-registered");
  }

  private void sell() {
    page.navigate("/products/order-new.xhtml?customerId=" + customer);
    add("Fibre 600");
    add("Mobile M");
    button("Next").click();
    page.locator("input[type=tel]").fill(PHONE);
    button("Next").click();
    assertThat(page.locator("main")).containsText("First bill");
    assertThat(page.locator("main")).containsText("Gross");
    assertAccessible();
    screenshot("tour-2-order-review");
    button("Place the order").click();
    page.waitForURL(Pattern.compile("order\\.xhtml\\?id="));
    order = after("id=");
    assertThat(page.locator("main")).containsText("Pick and ship");
    screenshot("tour-3-order-in-progress");
  }

  private void ship() {
    signIn("warehouse");
    Locator task = page.locator("tr", new Page.LocatorOptions().setHasText(FAMILY));
    eventually("/workflow/work-list.xhtml", task);
    task.locator("a[href*='pick.xhtml']").click();
    Matcher serial = Pattern.compile("\\bFX\\d{8,}\\b").matcher(page.locator("main").innerText());
    assertTrue(serial.find(), "a reserved serial number");
    page.fill("[id='scanForm:serial']", serial.group());
    page.click("[id='scanForm:scan']");
    page.fill("[id='shipForm:parcel']", "PL0042");
    page.click("[id='shipForm:ship']");
    signIn("agent");
    eventually(
        "/products/order.xhtml?id=" + order,
        page.locator(".headline", new Page.LocatorOptions().setHasText("Completed")));
    screenshot("tour-4-order-completed");
  }

  private void use() {
    String day = LocalDate.now(OperatorZone.ID).toString();
    String file =
        "event_time,subscriber,service,destination,units,event_key\n"
            + day
            + "T00:00:01,"
            + PHONE
            + ",VOICE,+4930123456,125,tour-1\n"
            + "this line is garbage\n";
    signIn("operator");
    page.navigate("/charging/usage-import-list.xhtml");
    page.locator("[id='upload:kind_input']").selectOption("usage-csv");
    page.setInputFiles("input[type=file]", upload("tour-usage.csv", "text/csv", file));
    page.click("[id='upload:go']");
    Locator done = page.locator("tr", new Page.LocatorOptions().setHasText("tour-usage.csv"));
    eventually("/charging/usage-import-list.xhtml", done.getByText("Done"));
    assertThat(done.locator("td").nth(5)).hasText("1");
    screenshot("tour-5-usage-imported");
    page.navigate("/operations/suspense-list.xhtml");
    assertThat(page.locator("main")).containsText("this line is garbage");
    assertAccessible();
  }

  private void moveToTheNextMonth() {
    signIn("admin");
    page.navigate("/operations/demo-clock.xhtml");
    page.click("[id='clock:move']");
    assertThat(page.locator("main")).containsText("It is now");
  }

  private void bill() {
    signIn("billing");
    page.navigate("/billing/bill-run-list.xhtml");
    page.click("[id='start:go']");
    page.waitForURL(Pattern.compile("bill-run\\.xhtml\\?id="));
    String run = page.url();
    Locator approve = page.locator("[id='decide:approve']");
    eventually(run, approve);
    screenshot("tour-6-bill-run-trial");
    signIn("admin");
    page.navigate(run);
    approve.click();
    page.locator(".ui-confirmdialog-yes").locator("visible=true").click();
    assertThat(page.locator("main")).containsText("The invoices are being written");
    Locator invoice = page.locator("a[href*='/billing/invoice.xhtml']").first();
    for (int i = 0; i < 20 && invoice.count() == 0; i++) {
      page.navigate("/customers/customer.xhtml?id=" + customer);
      page.getByRole(AriaRole.TAB, named("Bills")).click();
      page.waitForTimeout(1000);
    }
    assertAccessible();
    invoice.click();
    assertThat(page.locator("h1")).containsText("FV/");
    assertThat(page.locator("main")).containsText("Mobile M");
    assertAccessible();
    screenshot("tour-7-invoice");
  }

  /** The bank's statement says that the customer transferred what the invoice asks for. */
  private void pay() {
    Matcher number = Pattern.compile("FV/\\d+/\\d+/\\d+").matcher(page.locator("h1").textContent());
    assertTrue(number.find());
    signIn("cashier");
    page.navigate("/customers/customer.xhtml?id=" + customer);
    page.getByRole(AriaRole.TAB, named("Payments")).click();
    Matcher due =
        Pattern.compile("[0-9]+\\.[0-9]{2}").matcher(page.locator(".balance").innerText());
    assertTrue(due.find());
    String statement =
        StatementWriter.write(
            "TOUR-1",
            OWN_IBAN,
            LocalDate.now(OperatorZone.ID),
            Money.of("1000", "PLN"),
            List.of(
                new Transfer(
                    "TOUR-REF-1",
                    Money.of(due.group(), "PLN"),
                    "Zofia " + FAMILY,
                    "PL27114020040000300201355387",
                    "faktura " + number.group())));
    page.navigate("/payments/statement-list.xhtml");
    page.setInputFiles("input[type=file]", upload("tour.xml", "text/xml", statement));
    page.waitForURL(Pattern.compile("statement\\.xhtml\\?id="));
    screenshot("tour-8-statement");
  }

  private void seeTheBalance() {
    signIn("agent");
    for (int i = 0; i < 20; i++) {
      page.navigate("/customers/customer.xhtml?id=" + customer);
      page.getByRole(AriaRole.TAB, named("Payments")).click();
      assertThat(page.locator(".balance")).isVisible();
      if (page.locator(".balance .figure").first().innerText().startsWith("0.00")) {
        break;
      }
      page.waitForTimeout(1000);
    }
    assertThat(page.locator(".balance .figure").first()).containsText("0.00");
    assertAccessible();
    screenshot("tour-9-balance");
    page.navigate("/customers/customer.xhtml?id=1");
    assertThat(page.locator("main")).containsText("Jan Kowalski");
    screenshot("tour-0-customer");
  }

  private void lookAtOnesOwn() {
    signIn("jan.kowalski");
    assertThat(page.locator("main")).containsText("PLN");
    assertAccessible();
    screenshot("tour-10-self-care");
    page.navigate("/customers/customer.xhtml?id=" + customer);
    assertThat(page.locator("h1")).containsText("Not for your role");
  }

  private void payAtTheDemosBank() {
    page.navigate("/self-care/home.xhtml");
    page.click("#pay-now");
    page.click("[id='pay:go']");
    page.waitForURL(Pattern.compile("demo-bank\\.xhtml"));
    assertAccessible();
    screenshot("tour-11-demo-bank");
    page.click("[id='bank:card']");
    page.waitForURL(Pattern.compile("payment\\.xhtml"));
    assertThat(page.locator("[data-state=COMPLETED]")).isVisible();
    screenshot("tour-12-paid");
    page.navigate("/self-care/balance.xhtml");
    assertThat(page.locator("main")).containsText("Everything is paid");
  }

  private void giveBack() {
    signIn("billing");
    page.navigate("/payments/attempt-list.xhtml");
    page.locator("[id='found:attempts'] tbody a").first().click();
    page.click("#payment");
    page.click("#giveback");
    page.fill("[id='giveback:amount_input']", "10.00");
    page.fill("[id='giveback:reason']", "goodwill");
    page.click("[id='giveback:go']");
    assertThat(page.locator("[id='messages']")).containsText("The money is given back");
    screenshot("tour-13-given-back");
  }

  /** Looks at a page again and again until something is there. */
  private void eventually(String address, Locator wanted) {
    page.navigate(address);
    for (int i = 0; i < 40 && wanted.count() == 0; i++) {
      page.waitForTimeout(1000);
      page.navigate(address);
    }
    assertThat(wanted.first()).isVisible();
  }

  private void add(String offer) {
    page.locator(".shelf li", new Page.LocatorOptions().setHasText(offer))
        .getByRole(AriaRole.BUTTON)
        .click();
    assertThat(page.locator("[id='order:basket']")).containsText(offer);
  }

  private void fill(String field, String value) {
    page.fill("[id='register:" + field + "']", value);
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, named(name));
  }

  private String after(String mark) {
    String url = page.url();
    return url.substring(url.indexOf(mark) + mark.length()).replaceAll("\\D.*", "");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static FilePayload upload(String name, String type, String content) {
    return new FilePayload(name, type, content.getBytes(StandardCharsets.UTF_8));
  }
}
