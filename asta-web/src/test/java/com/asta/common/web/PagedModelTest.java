package com.asta.common.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagedModelTest {
  private final List<String> stored = new ArrayList<>(List.of("running", "done", "done"));
  private final PagedModel<String> rows =
      new PagedModel<>(
          (offset, limit) -> List.copyOf(stored).stream().skip(offset).limit(limit).toList(),
          row -> row);

  @Test
  void whatChangesAfterTheTableWasFilledIsSeenAtTheNextLook() {
    fill();
    stored.set(0, "done");
    assertTrue(rows.anyShown("running"::equals), "the table says that it is running");
    fill();
    assertFalse(rows.anyShown("running"::equals));
  }

  @Test
  void aRowOfTheNextPageIsNotShown() {
    stored.add(2, "next page");
    fill();
    assertFalse(rows.anyShown("next page"::equals));
    assertEquals(3, rows.getRowCount());
  }

  @Test
  void beforeItIsFilledItShowsNothing() {
    assertFalse(rows.anyShown(row -> true));
  }

  /** As the table does it. */
  private void fill() {
    rows.setWrappedData(rows.load(0, 2, Map.of(), Map.of()));
  }
}
