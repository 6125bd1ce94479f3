package com.asta.marketing.rules;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of a link in a mail: about what, and for whom. It travels as {@code
 * <subject>-<customer>.<signature>}; whoever reads it checks the signature of {@link #signed()}.
 *
 * @param purpose what the link is for, so that one kind's token does not open another
 * @param subjectId of the campaign or survey
 */
public record LinkToken(Purpose purpose, long subjectId, long customerId) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,18})-(\\d{1,18})\\.([A-Za-z0-9_-]{43})");

  /** What a link opens. */
  public enum Purpose {
    UNSUBSCRIBE,
    SURVEY
  }

  /** A token as it came, its signature not yet checked. */
  public record Claim(LinkToken token, String signature) {}

  /** The text that is signed. */
  public String signed() {
    return purpose + ":" + subjectId + ":" + customerId;
  }

  /** The token as it stands in a link. */
  public String with(String signature) {
    return subjectId + "-" + customerId + "." + signature;
  }

  /** Takes a link's token apart; empty if it has not the form of one. */
  public static Optional<Claim> parse(Purpose purpose, String text) {
    Matcher matcher = FORM.matcher(text == null ? "" : text);
    return matcher.matches()
        ? Optional.of(
            new Claim(
                new LinkToken(
                    purpose, Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))),
                matcher.group(3)))
        : Optional.empty();
  }
}
