package com.asta.products.service;

import com.asta.common.Refusal;
import com.asta.products.rules.ChangeRefusal;

/** What products refuse. */
public class ProductsRefused extends Refusal {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    NO_SUCH_OFFER,
    NO_SUCH_ORDER,
    NO_SUCH_SUBSCRIPTION,
    OFFER_CODE_TAKEN,
    SPECIFICATION_CODE_TAKEN,
    DRAFT_EXISTS,
    NOT_A_DRAFT,
    NOT_PUBLISHABLE,
    OFFER_IN_USE,
    OFFER_NOT_SOLD,
    EMPTY_ORDER,
    BACKDATED,
    NUMBER_MISSING,
    NUMBER_WRONG,
    NUMBER_IN_USE,
    NUMBER_REPEATED,
    MEMBER_UNKNOWN,
    MEMBER_QUANTITY,
    PROMOTION_INVALID,
    PROMOTION_TAKEN,
    PROMOTION_UNKNOWN,
    PROMOTION_NOT_VALID,
    PROMOTION_USED_UP,
    PROMOTION_REDEEMED,
    PROMOTION_EXCLUSIVE,
    PROMOTION_WITHOUT_EFFECT,
    WRONG_STATE,
    NOT_ACTIVE,
    PART_OF_BUNDLE,
    BUNDLE_NOT_CHANGEABLE,
    SAME_OFFER,
    OTHER_KIND,
    NOT_BIGGER,
    BEFORE_START,
    CHANGE_PENDING,
    ALREADY_ENDING
  }

  public ProductsRefused(Reason reason, Object... arguments) {
    super(reason, arguments);
  }

  static ProductsRefused of(ChangeRefusal refusal, Object... arguments) {
    return new ProductsRefused(Reason.valueOf(refusal.name()), arguments);
  }
}
