package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.rules.CdrFormat.Origin;
import com.asta.charging.rules.CdrLine.Fault;
import com.asta.charging.rules.CdrLine.Faulty;
import com.asta.charging.rules.CdrLine.NotChargeable;
import com.asta.charging.rules.CdrLine.Usage;
import com.asta.common.OperatorZone;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CdrFormatTest {
  private static final Origin ORIGIN = new Origin(OperatorZone.ID, "48");
  private static final AsteriskCdr ASTERISK = new AsteriskCdr(ORIGIN);
  private static final String ANSWERED =
      "\"\",\"501000001\",\"221234567\",\"from-internal\",\"\"\"Jan, K.\"\" <501000001>\","
          + "\"PJSIP/501000001-00000001\",\"PJSIP/trunk-00000002\",\"Dial\",\"PJSIP/x,30\","
          + "\"2026-10-05 10:00:00\",\"2026-10-05 10:00:05\",\"2026-10-05 10:01:05\",65,60,"
          + "\"ANSWERED\",\"DOCUMENTATION\",\"1759651200.1\",\"\"";
  private static final String HEADER =
      "event_time;subscriber;service;destination;units;event_key;cell";

  @Test
  void answeredCallIsCharged() {
    assertEquals(
        new Usage(
            Instant.parse("2026-10-05T08:00:05Z"),
            "48501000001",
            ServiceKind.VOICE,
            "48221234567",
            60,
            "1759651200.1"),
        ASTERISK.read(ANSWERED));
  }

  @Test
  void callWithoutUniqueIdIsNamedByChannelAndStart() {
    String line = ANSWERED.substring(0, ANSWERED.indexOf(",\"1759651200.1"));
    Usage usage = assertInstanceOf(Usage.class, ASTERISK.read(line));
    assertEquals("PJSIP/501000001-00000001@2026-10-05 10:00:00", usage.eventKey());
  }

  @Test
  void unansweredCallIsNotCharged() {
    assertInstanceOf(
        NotChargeable.class,
        ASTERISK.read(ANSWERED.replace("65,60,\"ANSWERED\"", "20,0,\"NO ANSWER\"")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"garbage", "\"open quote,1,2", "a,b,c", "\u0000\uFFFD,,,,", "\"x\"y,1,2,3,4,5"})
  void garbageIsNamed(String line) {
    assertEquals(Fault.GARBAGE_LINE, assertInstanceOf(Faulty.class, ASTERISK.read(line)).fault());
  }

  @Test
  void wrongFieldsAreNamed() {
    assertEquals(
        Fault.BAD_TIME, fault(ANSWERED.replace("2026-10-05 10:00:05", "2026-13-05 10:00:05")));
    assertEquals(Fault.BAD_UNITS, fault(ANSWERED.replace("65,60,", "65,-60,")));
    assertEquals(Fault.BAD_UNITS, fault(ANSWERED.replace("65,60,", "65,NaN,")));
    assertEquals(Fault.BAD_NUMBER, fault(ANSWERED.replace("\"221234567\"", "\"sip:anna@x\"")));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-05T10:00:00+02:00;501000001;VOICE;0049301234;61;k1;x, 2026-10-05T08:00:00Z, 49301234",
    "2026-10-05T10:00:00Z;+48501000001;message;502000002;1;k2;, 2026-10-05T10:00:00Z, 48502000002",
    "2026-10-05 10:00:00;48501000001;Data;;1048576;k3;, 2026-10-05T08:00:00Z,"
  })
  void genericCsvIsReadByItsHeader(String line, Instant at, String destination) {
    Usage usage = assertInstanceOf(Usage.class, csv().read(line));
    assertEquals(at, usage.at());
    assertEquals("48501000001", usage.subscriber());
    assertEquals(destination, usage.destination());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-05T10:00:00Z;501000001;VOICE;502000002;60;;, FIELD_MISSING",
    "yesterday;501000001;VOICE;502000002;60;k;, BAD_TIME",
    "2026-10-05T10:00:00Z;abc;VOICE;502000002;60;k;, BAD_NUMBER",
    "2026-10-05T10:00:00Z;501000001;FAX;502000002;60;k;, BAD_SERVICE",
    "2026-10-05T10:00:00Z;501000001;VOICE;;60;k;, BAD_NUMBER",
    "2026-10-05T10:00:00Z;501000001;VOICE;502000002;1e3;k;, BAD_UNITS",
    "2026-10-05T10:00:00Z;501000001;VOICE;502000002;-1;k;, BAD_UNITS",
    "short;line, GARBAGE_LINE"
  })
  void faultOfGenericCsvIsNamed(String line, Fault expected) {
    assertEquals(expected, assertInstanceOf(Faulty.class, csv().read(line)).fault());
  }

  @Test
  void headerWithoutRequiredColumnsIsRefused() {
    assertTrue(UsageCsv.of("time,number,amount", ORIGIN).isEmpty());
    assertTrue(UsageCsv.of("", ORIGIN).isEmpty());
    assertTrue(UsageCsv.of("\uFEFF" + HEADER, ORIGIN).isPresent());
  }

  /** Law: whatever a line holds, reading it never throws. */
  @Test
  void readingNeverThrows() {
    Random random = new Random(5);
    UsageCsv csv = csv();
    for (int i = 0; i < 20_000; i++) {
      char[] noise = ANSWERED.toCharArray();
      for (int n = random.nextInt(12); n >= 0; n--) {
        noise[random.nextInt(noise.length)] = (char) random.nextInt(300);
      }
      ASTERISK.read(new String(noise, 0, random.nextInt(noise.length)));
      csv.read(new String(noise));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "501 234 567, 48501234567",
    "+48 501-234-567, 48501234567",
    "0048501234567, 48501234567",
    "48501234567, 48501234567",
    "112, 48112",
    "+1 (212) 555-0100, 12125550100",
    "anna, ",
    "'', ",
    "+, ",
    "12345678901234567890, "
  })
  void dialledNumbersBecomeE164(String written, String expected) {
    assertEquals(expected, DialledNumber.e164(written, "48"));
  }

  private static Fault fault(String line) {
    return assertInstanceOf(Faulty.class, ASTERISK.read(line)).fault();
  }

  private static UsageCsv csv() {
    return UsageCsv.of(HEADER, ORIGIN).orElseThrow();
  }
}
