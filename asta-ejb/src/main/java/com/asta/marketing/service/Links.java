package com.asta.marketing.service;

import com.asta.common.service.PublicAddress;
import com.asta.common.service.Secrets;
import com.asta.marketing.rules.LinkToken;
import com.asta.marketing.rules.LinkToken.Purpose;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;

/** Signed links in mails. The key is made by the installation and lies in its database. */
@Dependent
class Links {
  private static final String KEY = "marketing.links";

  @Inject private Secrets secrets;

  String unsubscribe(long campaignId, long customerId) {
    return link("/public/unsubscribe.xhtml", Purpose.UNSUBSCRIBE, campaignId, customerId);
  }

  String survey(long surveyId, long customerId) {
    return link("/public/survey.xhtml", Purpose.SURVEY, surveyId, customerId);
  }

  /** What the token says, if this installation signed it for this purpose. */
  Optional<LinkToken> read(Purpose purpose, String text) {
    return LinkToken.parse(purpose, text)
        .filter(claim -> secrets.verify(KEY, claim.token().signed(), claim.signature()))
        .map(LinkToken.Claim::token);
  }

  private String link(String page, Purpose purpose, long subjectId, long customerId) {
    LinkToken token = new LinkToken(purpose, subjectId, customerId);
    return PublicAddress.of(page + "?token=" + token.with(secrets.sign(KEY, token.signed())));
  }
}
