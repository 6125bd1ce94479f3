package com.asta.marketing.service;

import com.asta.common.service.Database;
import com.asta.common.service.SystemCaller;
import com.asta.customers.rules.ConsentPurpose;
import com.asta.customers.service.CustomerCard;
import com.asta.customers.service.CustomerService;
import com.asta.marketing.rules.LinkToken;
import com.asta.marketing.service.MarketingRefused.Reason;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Locale;

/**
 * Lets whoever holds the link of a mail leave, without signing in. Looking at the link changes
 * nothing, since mail programs open links by themselves; only the confirmation does.
 */
@Stateless
@PermitAll
public class UnsubscribeService {
  @EJB private CustomerService customers;
  @EJB private SystemCaller system;
  @Inject private Links links;
  @Inject private Database database;

  /**
   * The address the link is about, most of it hidden.
   *
   * @throws MarketingRefused LINK_INVALID
   */
  public String address(String token) {
    return masked(email(read(token)));
  }

  /**
   * Withdraws the consent and suppresses the address; the same link again changes nothing more.
   *
   * @return the address, most of it hidden
   * @throws MarketingRefused LINK_INVALID
   */
  public String confirm(String token) {
    LinkToken link = read(token);
    String email = email(link);
    system.run(
        () -> customers.withdrawConsent(link.customerId(), ConsentPurpose.MARKETING_EMAIL.name()));
    if (email != null) {
      database.update(
          "insert into marketing.suppression (address, reason) values (?, 'UNSUBSCRIBED')"
              + " on conflict do nothing",
          email.toLowerCase(Locale.ROOT));
    }
    database.update(
        "update marketing.campaign_recipient set unsubscribed_at = now()"
            + " where campaign_id = ? and customer_id = ? and unsubscribed_at is null",
        link.subjectId(),
        link.customerId());
    return masked(email);
  }

  private LinkToken read(String token) {
    return links
        .read(LinkToken.Purpose.UNSUBSCRIBE, token)
        .orElseThrow(() -> new MarketingRefused(Reason.LINK_INVALID));
  }

  /** The address the mail went to; the customer's of today if that is unknown. */
  private String email(LinkToken link) {
    return database
        .first(
            "select recipient from common.mail where unique_key = ?",
            row -> row.getString(1),
            "campaign-" + link.subjectId() + "-" + link.customerId())
        .orElseGet(
            () -> {
              CustomerCard card = system.call(() -> customers.card(link.customerId()));
              return card.email();
            });
  }

  static String masked(String email) {
    if (email == null) {
      return "";
    }
    int at = email.lastIndexOf('@');
    return email.substring(0, Math.min(1, at)) + "•••" + email.substring(at);
  }
}
