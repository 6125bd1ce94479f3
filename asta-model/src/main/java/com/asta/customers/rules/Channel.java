package com.asta.customers.rules;

/** By which channel people spoke (TMF683). */
public enum Channel {
  PHONE,
  EMAIL,
  CHAT,
  POST,
  SHOP,
  VISIT,
  SELF_CARE
}
