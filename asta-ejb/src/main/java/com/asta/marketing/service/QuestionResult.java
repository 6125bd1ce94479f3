package com.asta.marketing.service;

import com.asta.marketing.rules.NetPromoter;
import com.asta.marketing.rules.Question;
import com.asta.marketing.rules.Shares;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/**
 * What was answered to one question.
 *
 * @param index of the question, from 0
 * @param answered how many people answered it
 * @param counts choice or number of the scale → how many gave it; every possible one is there
 * @param texts the newest free texts
 */
public record QuestionResult(
    int index,
    Question question,
    long answered,
    SortedMap<Integer, Long> counts,
    List<String> texts) {

  /** The Net Promoter Score; only for that kind of question. */
  public NetPromoter netPromoter() {
    return NetPromoter.of(counts);
  }

  /** The mean of a scale. */
  public BigDecimal mean() {
    return Shares.mean(counts);
  }

  /** Share of a choice among those who answered, in per cent. */
  public BigDecimal percent(int choice) {
    return Shares.percent(counts.getOrDefault(choice, 0L), answered);
  }
}
