package com.asta.payments.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a bank did not carry out, or took back, what it was told to [ISO 20022 external code sets
 * ExternalStatusReason1 and ExternalReturnReason1]. Other codes are kept as they come.
 */
public enum BankReason {
  AC01(true),
  AC02(true),
  AC03(true),
  AC04(true),
  AC06(true),
  AC13(true),
  AC14(true),
  AG01(true),
  AG02(false),
  AM01(false),
  AM02(false),
  AM03(false),
  AM04(false),
  AM05(false),
  AM09(false),
  AM10(false),
  BE01(false),
  BE04(false),
  BE05(true),
  CNOR(false),
  DNOR(false),
  DT01(false),
  DUPL(false),
  ED05(false),
  FF01(false),
  FF05(false),
  FOCR(false),
  MD01(true),
  MD02(true),
  MD06(true),
  MD07(true),
  MS02(true),
  MS03(false),
  NARR(false),
  RC01(false),
  RF01(false),
  RR01(false),
  RR02(false),
  RR03(false),
  RR04(false),
  SL01(true),
  SVNR(false),
  TM01(false);

  private static final Pattern WORD = Pattern.compile("\\b[A-Z]{2,4}[0-9]{0,2}\\b");

  private final boolean againstMandate;

  BankReason(boolean againstMandate) {
    this.againstMandate = againstMandate;
  }

  /**
   * The mandate or its bank account will not do any better next time: nothing is collected by it
   * until a person has asked the customer.
   */
  public boolean isAgainstMandate() {
    return againstMandate;
  }

  /** The reason of a code, if it is one of these. */
  public static Optional<BankReason> of(String code) {
    for (BankReason each : values()) {
      if (each.name().equals(code)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The first code that stands in a bank's text; empty if there is none. */
  public static String in(String text) {
    Matcher words = WORD.matcher(text == null ? "" : text);
    while (words.find()) {
      if (of(words.group()).isPresent()) {
        return words.group();
      }
    }
    return "";
  }
}
