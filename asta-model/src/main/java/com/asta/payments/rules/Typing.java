package com.asta.payments.rules;

/** Recognises a number typed with one slip: a digit wrong, left out, doubled, or two swapped. */
final class Typing {
  private static final int SHORTEST = 6;

  private Typing() {}

  static boolean oneSlip(String typed, String right) {
    if (right.length() < SHORTEST || Math.abs(typed.length() - right.length()) > 1) {
      return false;
    }
    int head = 0;
    while (head < Math.min(typed.length(), right.length())
        && typed.charAt(head) == right.charAt(head)) {
      head++;
    }
    int typedTail = typed.length();
    int rightTail = right.length();
    while (typedTail > head
        && rightTail > head
        && typed.charAt(typedTail - 1) == right.charAt(rightTail - 1)) {
      typedTail--;
      rightTail--;
    }
    String wrong = typed.substring(head, typedTail);
    String meant = right.substring(head, rightTail);
    return wrong.length() <= 1 && meant.length() <= 1
        || wrong.length() == 2
            && meant.length() == 2
            && wrong.charAt(0) == meant.charAt(1)
            && wrong.charAt(1) == meant.charAt(0);
  }
}
