package com.asta.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that looks at the pages as people do. Each test has a fresh browser context; its last page
 * is kept as a screenshot, and a script error fails it.
 */
@ExtendWith({ArquillianExtension.class, LastPage.class})
@RunAsClient
public abstract class BrowserIT {

  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private static final double PATIENCE_MILLIS = 20_000;

  private static Playwright playwright;
  private static Browser browser;

  /** The page of this test. */
  protected Page page;

  private BrowserContext context;
  private final List<String> scriptErrors = new ArrayList<>();

  @BeforeEach
  void openPage() {
    context = browser().newContext(options().setBaseURL(address().toString()));
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onPageError(scriptErrors::add);
  }

  @AfterEach
  void closePage(TestInfo test) {
    if (context == null) {
      return;
    }
    screenshot(
        getClass().getSimpleName() + "-" + test.getTestMethod().orElseThrow().getName() + "-end");
    context.close();
    assertEquals(List.of(), scriptErrors, "script errors");
  }

  /** The browser this test looks with. */
  protected Browser.NewContextOptions options() {
    return new Browser.NewContextOptions().setLocale("en-GB").setViewportSize(1280, 800);
  }

  /** The server this test looks at: Arquillian's, unless the test has one of its own. */
  protected URI address() {
    return TestServer.address();
  }

  /** Picks an item of a p:selectOneMenu; it breaks when clicked while it is still opening. */
  protected void pick(String menuId, String item) {
    page.locator("[id='" + menuId + "']").click();
    page.locator("[id='" + menuId + "'] [aria-expanded=true]")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    page.locator("[id='" + menuId + "_panel'] li", new Page.LocatorOptions().setHasText(item))
        .click();
  }

  /** Signs in as one of the demo's staff or customers. */
  protected void signIn(String login) {
    signIn(login, "asta-demo");
  }

  /** Signs in with a password of its own, once the server has its logins. */
  protected void signIn(String login, String password) {
    TestServer.awaitStaff();
    context.clearCookies();
    page.navigate("/login.xhtml");
    page.fill("[id='login:username']", login);
    page.fill("[id='login:password']", password);
    page.click("[id='login:submit']");
    page.waitForURL(Pattern.compile("home\\.xhtml"));
  }

  /** What an address jumps to ({@code #line-2}) is not hidden by what stays at the top. */
  protected void assertBelowHead(String address) {
    page.navigate(address);
    BoundingBox target = page.locator(address.substring(address.indexOf('#'))).boundingBox();
    BoundingBox head = page.locator(".top").boundingBox();
    assertTrue(head.y + head.height <= target.y, address + " is behind the head");
    assertTrue(target.y < page.viewportSize().height, address + " is not on the screen");
  }

  /** Keeps the whole page as target/screenshots/NAME.png. */
  protected void screenshot(String name) {
    Path file = Path.of(System.getProperty("asta.target"), "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  /** Fails unless the page meets WCAG 2.2 AA as far as axe-core can tell. */
  protected void assertAccessible() {
    List<String> faults =
        new AxeBuilder(page)
            .withTags(WCAG).analyze().getViolations().stream()
                .flatMap(
                    rule ->
                        rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                .toList();
    assertEquals(List.of(), faults, "WCAG AA faults on " + page.url());
  }

  private static Browser browser() {
    if (browser == null) {
      Path chromium = chromium();
      PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
      playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser =
          playwright
              .chromium()
              .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(FLAGS));
    }
    return browser;
  }

  private static Path chromium() {
    Path found =
        Stream.of(
                System.getenv("CHROME_BIN"),
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome")
            .filter(Objects::nonNull)
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(null);
    if (found == null) {
      String message = "NO BROWSER FOUND: install chromium or set CHROME_BIN";
      if ("true".equals(System.getenv("CI"))) {
        fail(message);
      }
      System.err.println("*** " + message + "; this browser test is SKIPPED ***");
      Assumptions.abort(message);
    }
    return found;
  }

  static void closeBrowser() {
    if (playwright != null) {
      playwright.close();
      playwright = null;
      browser = null;
    }
  }
}
