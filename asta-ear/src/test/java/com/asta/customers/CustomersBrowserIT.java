package com.asta.customers;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.asta.customers.service.NewCustomer;
import com.asta.system.BrowserIT;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CustomersBrowserIT extends BrowserIT {
  @Test
  void anAgentRegistersFindsAndTalksToACustomer() {
    NewCustomer person = People.person();
    signIn("agent");
    page.navigate("/customers/customer-list.xhtml");
    assertAccessible();
    page.getByRole(AriaRole.LINK, named("New customer")).click();
    assertAccessible();

    fill(person);
    page.fill("[id='register:email']", "anna@");
    page.keyboard().press("Tab");
    assertThat(page.locator("main")).containsText("is not an e-mail address");
    page.fill("[id='register:email']", person.email());
    page.keyboard().press("Tab");
    assertThat(page.locator("main")).not().containsText("is not an e-mail address");
    page.locator("[id='register:save']").click();

    assertThat(page.locator("h1")).containsText(person.familyName());
    assertThat(page.locator("main")).containsText("is registered");
    assertAccessible();
    screenshot("customer-360");

    page.fill("[id='talk:summary']", "Asked for faster internet");
    page.locator("[id='talk:save']").click();
    assertThat(page.locator("[id='talks']")).containsText("Asked for faster internet");
    page.locator("#talk label", having("Plan")).click();
    assertThat(page.locator("[id='talk:save']")).containsText("Plan contact");
    page.fill("[id='talk:summary']", "Call back with an offer");
    page.locator("[id='talk:save']").click();
    assertThat(page.locator("[id='talks']")).containsText("Call back with an offer");
    page.navigate("/customers/interaction-queue.xhtml");
    assertThat(page.locator("[id='queue']")).containsText(person.familyName());
    assertAccessible();

    page.fill("#global-search", person.phone().substring(3));
    assertThat(page.locator("#global-hits")).containsText(person.familyName());
    page.keyboard().press("Enter");
    assertThat(page.locator("h1")).containsText(person.familyName());
  }

  @Test
  void whoIsKnownIsShownBeforeSaving() {
    NewCustomer person = People.person();
    signIn("agent");
    register(person);
    page.navigate("/customers/customer-registration.xhtml");
    fill(person);
    page.locator("[id='register:save']").click();
    Locator known = page.locator("[id='register:duplicates']");
    assertThat(known).containsText(person.familyName());
    assertThat(known).containsText("same phone");
    screenshot("customer-duplicates");
    assertAccessible();

    assertThat(page.locator("[id='register:save']")).containsText("Register anyway");
    page.locator("[id='register:save']").click();
    assertThat(page).hasURL(Pattern.compile(".*customer\\.xhtml\\?id=.*"));
  }

  @Test
  void aCustomerSeesOwnDataAndNothingElse() {
    NewCustomer person = People.person();
    signIn("agent");
    register(person);
    page.locator("[id='care:open']").click();
    String password = page.locator("#care code").textContent();
    page.locator("[id='me:out']").click();

    signIn(person.email(), password);
    assertThat(page.locator("h1")).containsText(person.givenName());
    assertAccessible();
    page.navigate("/self-care/profile.xhtml");
    assertThat(page.locator("main")).containsText(person.street());
    page.getByRole(AriaRole.BUTTON, named("Grant: Offers by e-mail")).click();
    assertThat(page.getByRole(AriaRole.BUTTON, named("Withdraw: Offers by e-mail"))).isVisible();
    assertAccessible();
    screenshot("self-care-profile");

    page.navigate("/customers/customer.xhtml?id=1");
    assertThat(page.locator("h1")).containsText("Not for your role");
  }

  private void register(NewCustomer person) {
    page.navigate("/customers/customer-registration.xhtml");
    fill(person);
    page.locator("[id='register:save']").click();
    assertThat(page.locator("h1")).containsText(person.familyName());
  }

  /** Types as people do: leaving a field that is compared lets its answer come back first. */
  private void fill(NewCustomer person) {
    page.fill("[id='register:givenName']", person.givenName());
    page.fill("[id='register:familyName']", person.familyName());
    page.fill("[id='register:email']", person.email());
    page.fill("[id='register:phone']", person.phone());
    page.fill("[id='register:street']", person.street());
    page.fill("[id='register:postalCode']", person.postalCode());
    page.fill("[id='register:city']", person.city());
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name);
  }

  private static Page.LocatorOptions having(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }
}
