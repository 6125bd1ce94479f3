package com.asta.products.rules;

/** Why a change of a subscription is refused; also the message key. */
public enum ChangeRefusal {
  NOT_ACTIVE,
  PART_OF_BUNDLE,
  BUNDLE_NOT_CHANGEABLE,
  SAME_OFFER,
  OTHER_KIND,
  NOT_BIGGER,
  BACKDATED,
  BEFORE_START,
  CHANGE_PENDING,
  ALREADY_ENDING
}
