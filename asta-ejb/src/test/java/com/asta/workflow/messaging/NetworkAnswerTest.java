package com.asta.workflow.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkAnswerTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`{\"orderId\": 17, \"result\": \"DONE\"}`, order-17, DONE",
        "`{\"orderId\": 17, \"result\": \"FAILED\", \"reason\": \"No port\"}`, order-17, FAILED",
        "`{\"result\": \"DONE\"}`, order-9, DONE",
        "`{\"orderId\": 17, \"result\": \"DONE\", \"more\": {\"x\": 1}}`, order-17, DONE"
      })
  void aGoodAnswerIsUnderstood(String body, String businessKey, String result) {
    NetworkAnswer answer = NetworkAnswer.read(body, "order-9");

    assertTrue(answer.isUnderstood());
    assertEquals(businessKey, answer.businessKey());
    assertEquals(result, answer.result().name());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "OK thanks",
        "`{\"orderId\": 17`",
        "`{\"orderId\": 17, \"result\": \"MAYBE\"}`",
        "`{\"orderId\": 17}`",
        "`[]`"
      })
  void aBadAnswerSaysWhatIsWrong(String body) {
    NetworkAnswer answer = NetworkAnswer.read(body, null);

    assertFalse(answer.isUnderstood());
    assertTrue(answer.reason().startsWith("The answer"), answer.reason());
  }

  @Test
  void aMessageWithoutTextIsABadAnswerToo() {
    assertFalse(NetworkAnswer.read(null, "order-3").isUnderstood());
  }
}
