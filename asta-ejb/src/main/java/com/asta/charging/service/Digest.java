package com.asta.charging.service;

/** A fingerprint of what is asked, to tell a repeat from another request of the same name. */
final class Digest {
  private static final long PRIME = 0x100000001b3L;

  private Digest() {}

  /**
   * The fingerprint (FNV-1a over the fields).
   *
   * @param pinHash stands for the voucher's PIN, which no digest may give away; null without one
   */
  static long of(ChargingRequest request, String pinHash) {
    long digest = request.type().ordinal();
    digest = mix(digest, request.subscriber());
    digest = digest * PRIME + (request.service() == null ? -1 : request.service().ordinal());
    digest = mix(digest, request.destination());
    digest = digest * PRIME + request.units();
    digest = digest * PRIME + (request.at() == null ? -1 : request.at().hashCode());
    digest = mix(digest, pinHash);
    digest = mix(digest, request.groups().isEmpty() ? null : request.groups().toString());
    return digest * PRIME + (request.refundOf() == null ? -1 : request.refundOf());
  }

  private static long mix(long digest, String text) {
    long mixed = (digest ^ (text == null ? -1 : text.length())) * PRIME;
    for (int i = 0; text != null && i < text.length(); i++) {
      mixed = (mixed ^ text.charAt(i)) * PRIME;
    }
    return mixed;
  }
}
