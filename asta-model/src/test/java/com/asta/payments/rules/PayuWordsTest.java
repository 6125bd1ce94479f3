package com.asta.payments.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.asta.common.Money;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayuWordsTest {
  private static final byte[] BODY = "{\"order\":{}}".getBytes(StandardCharsets.UTF_8);
  private static final String KEY = "second-key";

  @ParameterizedTest
  @CsvSource({
    "NEW,                      PENDING",
    "PENDING,                  PENDING",
    "WAITING_FOR_CONFIRMATION, WAITING_FOR_CONFIRMATION",
    "COMPLETED,                COMPLETED",
    "CANCELED,                 CANCELLED",
    "REJECTED,                 REJECTED",
    "SOMETHING,",
    ",",
  })
  void orderStatesAreOurs(String theirs, AttemptState ours) {
    assertEquals(Optional.ofNullable(ours), PayuWords.orderState(theirs));
  }

  @ParameterizedTest
  @CsvSource({"PENDING, PENDING", "FINALIZED, COMPLETED", "CANCELED, REJECTED", "DONE,"})
  void refundStatesAreOurs(String theirs, ProviderRefundState ours) {
    assertEquals(Optional.ofNullable(ours), PayuWords.refundState(theirs));
  }

  @ParameterizedTest
  @CsvSource({
    "PBL,                     m,    ONLINE",
    "PBL,                     blik, BLIK",
    "PBL,                     c,    CARD",
    "CARD_TOKEN,              TOKC, CARD",
    "BLIK_AUTHORIZATION_CODE, ,     BLIK",
    ",                        ,     ONLINE",
  })
  void methodsAreOurs(String type, String value, PaymentMethod method) {
    assertEquals(method, PayuWords.method(type, value));
  }

  @ParameterizedTest
  @CsvSource({"12.30, PLN, 1230", "0.01, PLN, 1", "1000, PLN, 100000", "5, JPY, 5"})
  void amountsAreInMinorUnitsBothWays(String amount, String currency, String minorUnits) {
    Money money = Money.of(amount, currency);
    assertEquals(minorUnits, PayuWords.minorUnits(money));
    assertEquals(Optional.of(money), PayuWords.amount(minorUnits, currency));
  }

  @ParameterizedTest
  @CsvSource({"12.30, PLN", "-5, PLN", "1e3, PLN", "5, XX", "'', PLN", ", PLN"})
  void whatIsNoAmountIsNone(String minorUnits, String currency) {
    assertEquals(Optional.empty(), PayuWords.amount(minorUnits, currency));
  }

  @Test
  void anAmountFinerThanTheCurrencyIsACallersBug() {
    assertThrows(ArithmeticException.class, () -> PayuWords.minorUnits(Money.of("0.005", "PLN")));
  }

  /** {@code <s>} and {@code <m>} stand for the right SHA-256 and MD5 signature. */
  @ParameterizedTest
  @CsvSource({
    "sender=checkout;signature=<s>;algorithm=SHA-256;content=DOCUMENT, false, true",
    "signature=<s>; algorithm=sha256                                 , false, true",
    "signature=<m>;algorithm=MD5                                     , false, false",
    "signature=<m>;algorithm=MD5                                     , true , true",
    "signature=<s>;algorithm=MD5                                     , true , false",
    "signature=<m>;algorithm=SHA-256                                 , true , false",
    "signature=<s>                                                   , true , false",
    "algorithm=SHA-256                                               , true , false",
    "signature=;algorithm=SHA-256                                    , true , false",
    "signature=00;signature=<s>;algorithm=SHA-256                    , true , false",
    "signature=<s>;algorithm=NONE                                    , true , false",
    "nonsense                                                        , true , false",
  })
  void onlyTheRightSignatureVerifies(String header, boolean md5, boolean verifies) {
    String filled =
        header
            .replace("<s>", PayuSignature.sign("SHA-256", BODY, KEY))
            .replace("<m>", PayuSignature.sign("MD5", BODY, KEY));
    assertEquals(verifies, PayuSignature.verifies(filled, BODY, KEY, md5));
  }

  @Test
  void theSignatureIsOverBodyAndKey() {
    String header = "signature=" + PayuSignature.sign("SHA-256", BODY, KEY) + ";algorithm=SHA-256";
    assertEquals(false, PayuSignature.verifies(header, "{}".getBytes(), KEY, false));
    assertEquals(false, PayuSignature.verifies(header, BODY, "other", false));
    assertEquals(false, PayuSignature.verifies(null, BODY, KEY, false));
    assertEquals(false, PayuSignature.verifies("x".repeat(600), BODY, KEY, false));
    // computed with sha256sum over {"order":{}}second-key
    assertEquals(
        "520a8a9ac1d666ca0f4ac4fbae3595c01eaa572af98180e0c95d681c5ee43caf",
        PayuSignature.sign("SHA-256", BODY, KEY),
        "the digest of another implementation");
  }
}
