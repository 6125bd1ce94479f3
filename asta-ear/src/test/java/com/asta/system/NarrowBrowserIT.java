package com.asta.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages of staff in a narrow window and in Polish, whose words are longer: nothing is cut off. */
class NarrowBrowserIT extends BrowserIT {
  private static final List<String> PAGES =
      List.of(
          "billing/bill-run-list",
          "billing/bill-run",
          "payments/direct-debit-list",
          "payments/direct-debit",
          "payments/dunning",
          "payments/cash-desk");

  /** What stands out of its card; at a desk nobody should have to scroll sideways for it. */
  private static final String CUT =
      "() => [...document.querySelectorAll('main .card')].filter(card =>"
          + " [...card.querySelectorAll('table, p, button, .figure')].some(each =>"
          + " !each.closest('.sr, [hidden]') && each.getClientRects().length > 0"
          + " && each.getBoundingClientRect().right > card.getBoundingClientRect().right + 1))"
          + ".map(card => card.textContent.trim().substring(0, 60))";

  private static final String WIDER = "() => document.documentElement.scrollWidth > innerWidth";

  @Test
  void onAPhoneTheMenuTakesNoMoreThanItNeeds() {
    signIn("billing");
    page.setViewportSize(390, 844);
    for (String scheme : List.of("light", "dark")) {
      page.navigate("/payments/refund-list.xhtml");
      assertThat(page.locator("h1")).isVisible();
      BoundingBox head = page.locator(".top").boundingBox();
      BoundingBox menu = page.locator(".side").boundingBox();
      BoundingBox title = page.locator("h1").boundingBox();
      BoundingBox out = page.locator("[id='me:out']").boundingBox();
      assertTrue(out.y + out.height <= menu.y, "the head does not lie on the menu");
      assertTrue(head.y + head.height <= menu.y + 1, "the menu follows the head");
      assertTrue(menu.height <= 844 * 0.35, "the menu leaves room: " + menu.height);
      assertTrue(title.y - menu.y - menu.height < 80, "the page follows the menu");
      assertEquals(false, page.evaluate(WIDER), "nothing is wider than the window");
      assertAccessible();
      screenshot("phone-menu-" + scheme);
      page.locator("[id='me'] a[aria-label]").first().click();
      page.waitForLoadState(LoadState.NETWORKIDLE);
    }
  }

  @Test
  void inPolishNothingIsCutOffOrLeftInEnglish() throws IOException, InterruptedException {
    stage("tests/debit-stage");
    String run = stage("tests/billing-stage?months=yes");
    signIn("admin");
    page.navigate("/payments/direct-debit-list.xhtml");
    page.click("[id='begin:start']");
    page.waitForURL(Pattern.compile("direct-debit\\.xhtml\\?id="));
    String batch = page.url().replaceAll(".*id=", "");
    Locator language = page.locator("[id='me'] a").first();
    language.click();
    assertThat(page.locator("html[lang=pl]")).isAttached();
    for (String each : PAGES) {
      String id = each.endsWith("bill-run") ? run : each.endsWith("direct-debit") ? batch : null;
      page.setViewportSize(1280, 900);
      page.navigate("/" + each + ".xhtml" + (id == null ? "" : "?id=" + id));
      assertThat(page.locator("h1")).isVisible();
      page.waitForLoadState(LoadState.NETWORKIDLE);
      screenshot("polish-" + each.replace('/', '-'));
      assertEquals(List.of(), page.evaluate(CUT), "cut off on " + each);
      assertEquals(false, page.evaluate(WIDER), each + " is wider than the window");
      assertFalse(page.locator("main").textContent().contains("???"), "a text is missing");
      page.setViewportSize(390, 844);
      screenshot("polish-phone-" + each.replace('/', '-'));
    }
    page.locator("[id='me'] a").first().click();
  }

  private static String stage(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(TestServer.address().resolve(path)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }
}
