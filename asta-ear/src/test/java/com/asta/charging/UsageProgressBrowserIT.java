package com.asta.charging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.common.OperatorZone;
import com.asta.system.BrowserIT;
import com.asta.system.TestServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pages of usage files follow a file to its end, and ask no more then. */
class UsageProgressBrowserIT extends BrowserIT {
  private static final double SOME_POLLS = 5_000;
  private static final double JOB_MILLIS = 60_000;
  private static final int LINES = 2_010;

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

  @Test
  void whoTriesManyLinesAgainLearnsWhenThatEnded() throws SQLException {
    long rejects = importRejects("many-" + name);
    page.navigate("/charging/usage-suspense.xhtml?file=" + rejects);
    try (Connection database = TestServer.database().connect()) {
      database.setAutoCommit(false);
      hold(database, rejects);
      page.locator("[id='rejects:retry']").click();
      assertThat(page.locator("[id='progress:state']")).containsText("Trying again:");
    }
    assertThat(page.locator("[id='progress:state']"))
        .containsText("0 lines taken, 2,010 rejected again", patiently());
    assertAccessible();
    assertAsksNoMore();
    page.locator("[id='progress:anew']").click();
    assertThat(page.locator("[id='progress:state']")).not().containsText("rejected again");
    assertThat(page.locator("main")).containsText("Unknown subscriber · 2,010");
  }

  /** More lines of an unknown subscriber than are tried at once; returns the file's id. */
  private long importRejects(String csv) {
    StringBuilder lines =
        new StringBuilder("event_time,subscriber,service,destination,units,event_key\n");
    for (int i = 0; i < LINES; i++) {
      lines.append(LocalDate.now(OperatorZone.ID)).append("T00:00:01,48799111222,VOICE,");
      lines.append("+48501000001,60,").append(csv).append(i).append('\n');
    }
    page.navigate("/charging/usage-import-list.xhtml");
    pick("upload:kind", "CSV with header");
    page.setInputFiles(
        "[id='upload:file']",
        new FilePayload(csv, "text/csv", lines.toString().getBytes(StandardCharsets.UTF_8)));
    page.locator("[id='upload:go']").click();
    Locator row = page.locator("main tr", new Page.LocatorOptions().setHasText(csv));
    assertThat(row).containsText("Done", patiently());
    String address = row.locator("a").first().getAttribute("href");
    return Long.parseLong(address.substring(address.indexOf('=') + 1));
  }

  /** Lets nobody count anything of the file. */
  private static void hold(Connection database, long file) throws SQLException {
    try (PreparedStatement hold =
        database.prepareStatement(
            "select 1 from charging.usage_file where file_id = ? for update")) {
      hold.setLong(1, file);
      hold.execute();
    }
  }

  private static LocatorAssertions.ContainsTextOptions patiently() {
    return new LocatorAssertions.ContainsTextOptions().setTimeout(JOB_MILLIS);
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
