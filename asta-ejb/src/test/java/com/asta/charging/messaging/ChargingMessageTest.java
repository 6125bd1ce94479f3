package com.asta.charging.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.service.ChargingAnswer.Reason;
import com.asta.charging.service.ChargingAnswer.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no request is recognised, and refused under as much of its name as can be read. */
class ChargingMessageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"sessionId\":\"s\",\"requestNumber\":1,\"units\":\"x\"}       | units must be a whole number",
        "{\"sessionId\":\"s\",\"requestNumber\":1,\"type\":\"GIFT\"}     | type must be one of [EVENT_DEBIT",
        "{\"sessionId\":\"s\",\"requestNumber\":\"1\"}                   | requestNumber",
        "[1]                                                             | a JSON object",
        "{\"sessionId\":[]}                                              | sessionId must be a text",
        "{\"groups\":{}}                                                 | groups must be a list",
        "{\"groups\":[{\"usedUnits\":true}]}                             | groups.[].usedUnits must",
        "{\"sessionId\":\"s\",\"sessionId\":\"t\"}                       | Duplicate",
        "{\"sessionId\":\"s\",\"requestNumber\":1,\"at\":\"yesterday\"}  | at must be a time",
        "{\"sessionId\":\"s\",\"requestNumber\":1} trailing              | trailing"
      })
  void theFaultNamesTheField(String text, String named) {
    String fault =
        assertThrows(IllegalArgumentException.class, () -> ChargingMessage.read(text)).getMessage();

    assertTrue(fault.contains(named), fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"sessionId\":\"s-1\",\"requestNumber\":7,\"units\":-1}                  | s-1 | 7",
        "{\"groups\":[{\"sessionId\":\"no\"}],\"requestNumber\":3,\"sessionId\":\"s\"} | s   | 3",
        "{\"sessionId\":\"cut\",\"requestNumber\":9,\"type\":\"EVENT               | cut | 9",
        "{\"sessionId\":5,\"requestNumber\":\"x\"}                                 | ~~  | 0"
      })
  void theRefusalBearsTheNameThatCouldBeRead(String text, String session, int number) {
    assertEquals(
        new Refused(session, number, Reason.MALFORMED, "why", null),
        ChargingMessage.malformed(text, "why"));
  }
}
