package com.asta.products;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.asta.system.BrowserIT;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SellBrowserIT extends BrowserIT {
  private final String code = "LINE-" + System.nanoTime() % 1_000_000_000;
  private final String family = "Kupująca" + letters();

  @Test
  void anOfferIsDesignedPublishedAndSold() {
    signIn("product");
    specify();
    design();
    publish();
    page.locator("[id='me:out']").click();

    signIn("agent");
    register();
    sell();
  }

  private void specify() {
    page.navigate("/products/specification-list.xhtml");
    page.fill("[id='add:code']", code);
    page.fill("[id='add:nameEn']", "Line " + code);
    page.fill("[id='add:namePl']", "Linia " + code);
    page.locator("[id='add:save']").click();
    assertThat(page.locator("main")).containsText("The specification was added");
  }

  private void design() {
    page.navigate("/products/offer-list.xhtml");
    assertAccessible();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New offer")).click();
    assertAccessible();
    page.fill("[id='edit:code']", code);
    pick("edit:specification", "Line " + code);
    page.fill("[id='edit:nameEn']", "Line " + code);
    page.fill("[id='edit:namePl']", "Linia " + code);
    page.fill("[id='edit:lines:0:code']", "FEE");
    page.fill("[id='edit:lines:0:nameEn']", "Fee");
    page.fill("[id='edit:lines:0:namePl']", "Opłata");
    page.locator("[id='edit:save']").click();
    assertThat(page.locator("main")).containsText("The draft is saved");
  }

  private void publish() {
    page.locator("[id='act:publish']").click();
    assertThat(page.locator("main")).containsText("Price FEE has no amount");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Edit")).click();
    page.locator("[id='edit:lines:0:amount_input']").pressSequentially("25.50");
    page.locator("[id='edit:save']").click();
    page.locator("[id='act:publish']").click();
    assertThat(page.locator("main")).containsText("The version is published");
    assertThat(page.locator("main")).containsText("25.50");
    screenshot("offer");
  }

  private void register() {
    page.navigate("/customers/customer-registration.xhtml");
    page.fill("[id='register:givenName']", "Ewa");
    page.fill("[id='register:familyName']", family);
    page.fill(
        "[id='register:email']",
        family.toLowerCase(java.util.Locale.ROOT).replace("ą", "a") + "@example.com");
    page.fill("[id='register:phone']", "+48600" + (100_000 + System.nanoTime() % 900_000));
    page.fill("[id='register:street']", "ul. Nowa " + System.nanoTime() % 9_999);
    page.fill("[id='register:postalCode']", "30-001");
    page.fill("[id='register:city']", "Kraków");
    page.locator("[id='register:save']").click();
    assertThat(page.locator("h1")).containsText(family);
  }

  private void sell() {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sell")).click();
    assertThat(page.locator(".steps [aria-current=step]")).hasText("Offers");
    assertAccessible();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add Line " + code))
        .click();
    assertThat(page.locator("[id='order:basket']")).containsText("25.50");
    page.locator("[id='order:toDetails']").click();
    assertThat(page.locator(".steps [aria-current=step]")).hasText("Number and date");
    assertAccessible();
    page.locator("[id='order:toReview']").click();
    assertThat(page.locator(".steps [aria-current=step]")).hasText("Review");
    assertAccessible();
    screenshot("order-review");

    page.locator("[id='order:confirm']").click();
    assertThat(page).hasURL(Pattern.compile(".*order\\.xhtml\\?id=.*"));
    assertThat(page.locator("h1")).containsText("Completed");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Line " + code)).click();
    assertThat(page.locator("h1")).containsText("Active");
    assertAccessible();
  }

  private static String letters() {
    StringBuilder letters = new StringBuilder();
    for (long rest = System.nanoTime(); rest > 0; rest /= 26) {
      letters.append((char) ('a' + rest % 26));
    }
    return letters.toString();
  }
}
