package com.asta.charging.web;

import com.asta.common.Money;
import java.io.Serializable;
import java.util.List;

/**
 * A request and its answer, in the words of the person who looks at them.
 *
 * @param kind name of the type of request
 * @param at time of day
 * @param refused why it was refused; null when it was granted
 * @param detail of a refusal, as the network gets it
 * @param amount taken, or told; null for a refusal
 * @param balance what may still be spent; null where no account was found
 * @param lines the rules that made the price
 * @param refundable whether its charge can be given back
 */
public record PlayedStep(
    String sessionId,
    int number,
    String kind,
    String at,
    String refused,
    String detail,
    Money amount,
    Money balance,
    List<String> lines,
    List<Part> parts,
    String request,
    String answer,
    boolean refundable)
    implements Serializable {
  /**
   * One rating group.
   *
   * @param used in words; null where nothing was reported
   * @param granted in words
   * @param validity in words; null without a quota
   * @param refused why there is no quota; null when there is one or none was wanted
   * @param last what happens when the quota is used up; null when more may follow
   */
  public record Part(
      String group,
      String used,
      String granted,
      String validity,
      String refused,
      String last,
      Money charged,
      List<String> lines)
      implements Serializable {}

  /** Names the step among all of a page. */
  public String key() {
    return sessionId + "/" + number;
  }
}
