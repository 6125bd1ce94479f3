package com.asta.billing.service;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.asta.billing.service.BillRunReview.Bucket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillRunReviewTest {
  @ParameterizedTest(name = "({0}, {1}]: {2}")
  @CsvSource({
    "   , -50, true",
    "-50, -30, true",
    "-30, -10, false",
    "-10,  10, false",
    " 10,  30, false",
    " 30,  50, true",
    " 50,    , true"
  })
  void whatChangedByMoreThanThirtyPercentStandsOut(Integer from, Integer to, boolean outlying) {
    assertEquals(outlying, new Bucket(from, to, 1).isOutlying());
  }

  @Test
  void onlyOutlyingBillsAreCounted() {
    BillRunReview review =
        new BillRunReview(
            List.of(new Bucket(null, -50, 2), new Bucket(-10, 10, 90), new Bucket(50, null, 3)),
            7,
            List.of());
    assertEquals(5, review.outlying());
  }
}
