package com.asta.charging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of usage files follow a file to its end, and ask no more then. */
class UsageProgressBrowserIT extends BrowserIT {
  private static final double SOME_POLLS = 5_000;

  private final long fileId = 4_000_000_000L + System.nanoTime() % 1_000_000_000;
  private final String name = "progress-" + fileId + ".csv";

  @BeforeEach
  void aFileIsBeingRated() throws SQLException {
    update(
        "insert into charging.usage_file (file_id, kind, name, status, line_no, rated)"
            + " values (?, 'usage-csv', '"
            + name
            + "', 'RUNNING', 2, 1)");
    signIn("operator");
  }

  @AfterEach
  void forgetTheFile() throws SQLException {
    update("delete from charging.usage_file where file_id = ?");
  }

  @Test
  void theListShowsTheEndWithoutBeingLoadedAnew() throws SQLException {
    page.navigate("/charging/usage-import-list.xhtml");
    Locator row = page.locator("main tr", new Page.LocatorOptions().setHasText(name));
    assertThat(row).containsText("Running");
    finish();
    assertThat(row).containsText("Done");
    assertThat(row.locator("td").nth(4)).hasText("3");
    assertAsksNoMore();
  }

  @Test
  void thePageOfTheFileShowsTheEndAndWhatCanBeDoneThen() throws SQLException {
    page.navigate("/charging/usage-import.xhtml?id=" + fileId);
    assertThat(page.locator("h1")).containsText("Running");
    assertThat(page.locator("[id='retry:again']")).hasCount(0);
    finish();
    assertThat(page.locator("h1")).containsText("Done");
    assertThat(page.locator("[id='retry:again']")).isVisible();
    assertAsksNoMore();
  }

  private void assertAsksNoMore() {
    page.waitForLoadState();
    AtomicInteger asked = new AtomicInteger();
    page.onRequest(
        request -> {
          if (request.method().equals("POST")) {
            asked.incrementAndGet();
          }
        });
    page.waitForTimeout(SOME_POLLS);
    assertEquals(0, asked.get(), "requests after the end");
  }

  private void finish() throws SQLException {
    update(
        "update charging.usage_file set status = 'DONE', line_no = 3, rejected = 1,"
            + " finished_at = now() where file_id = ?");
  }

  private void update(String statement) throws SQLException {
    try (Connection database = TestServer.database().connect();
        PreparedStatement update = database.prepareStatement(statement)) {
      update.setLong(1, fileId);
      assertEquals(1, update.executeUpdate());
    }
  }
}
