package com.asta.common.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/** Keys of this installation, made at first use and kept in the database, that sign links. */
@ApplicationScoped
public class Secrets {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  @Resource(lookup = "java:jboss/datasources/AstaDS")
  private DataSource database;

  private final ConcurrentHashMap<String, byte[]> keys = new ConcurrentHashMap<>();

  /** The signature of a text under the named key: HMAC-SHA256, URL-safe Base64, no padding. */
  public String sign(String key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(keys.computeIfAbsent(key, this::load), ALGORITHM));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** True if the signature is that of the text; takes the same time whatever differs. */
  public boolean verify(String key, String text, String signature) {
    return signature != null
        && MessageDigest.isEqual(
            sign(key, text).getBytes(StandardCharsets.UTF_8),
            signature.getBytes(StandardCharsets.UTF_8));
  }

  private byte[] load(String name) {
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into common.secret (name, value) values (?, ?) on conflict do nothing")) {
        insert.setString(1, name);
        insert.setBytes(2, fresh);
        insert.executeUpdate();
      }
      try (PreparedStatement select =
          connection.prepareStatement("select value from common.secret where name = ?")) {
        select.setString(1, name);
        try (ResultSet found = select.executeQuery()) {
          found.next();
          return found.getBytes(1);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Secret " + name, e);
    }
  }
}
