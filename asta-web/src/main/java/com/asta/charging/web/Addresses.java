package com.asta.charging.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Texts inside addresses of pages. */
final class Addresses {
  private Addresses() {}

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
