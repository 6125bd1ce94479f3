package com.asta.customers.service;

import com.asta.customers.service.CustomersRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The forms that were posted. The first post of a key does the work and leaves its answer; a second
 * one, even at the same moment, waits for it at the primary key and gets the same answer.
 */
@ApplicationScoped
class Requests {
  @PersistenceContext private EntityManager em;

  /**
   * Does the work once per key and returns the id it made.
   *
   * @param payload what was posted: the same key with another payload is refused
   * @throws CustomersRefused REQUEST_REUSED
   */
  long once(String key, Record payload, LongSupplier work) {
    String fingerprint = sha256(payload.toString());
    int first =
        em.createNativeQuery(
                "insert into customers.request (key, fingerprint) values (?1, ?2)"
                    + " on conflict do nothing")
            .setParameter(1, key)
            .setParameter(2, fingerprint)
            .executeUpdate();
    if (first == 0) {
      return answer(key, fingerprint);
    }
    long id = work.getAsLong();
    em.createNativeQuery("update customers.request set subject_id = ?1 where key = ?2")
        .setParameter(1, id)
        .setParameter(2, key)
        .executeUpdate();
    return id;
  }

  private long answer(String key, String fingerprint) {
    List<?> found =
        em.createNativeQuery("select fingerprint, subject_id from customers.request where key = ?1")
            .setParameter(1, key)
            .getResultList();
    Object[] row = (Object[]) found.get(0);
    if (!fingerprint.equals(row[0])) {
      throw new CustomersRefused(Reason.REQUEST_REUSED);
    }
    return ((Number) row[1]).longValue();
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
