package com.asta.common.service;

/**
 * Where people outside reach this installation, for links in mails: the system property {@code
 * asta.public.url} or the environment variable {@code ASTA_PUBLIC_URL}, else this machine.
 */
public final class PublicAddress {
  private PublicAddress() {}

  /** The full address of a path that begins with a slash. */
  public static String of(String path) {
    return base().replaceAll("/+$", "") + path;
  }

  private static String base() {
    String property = System.getProperty("asta.public.url", System.getenv("ASTA_PUBLIC_URL"));
    return property == null || property.isBlank()
        ? "http://localhost:" + System.getProperty("asta.http.port", "8080")
        : property;
  }
}
