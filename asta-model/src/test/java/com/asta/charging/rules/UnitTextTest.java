package com.asta.charging.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTextTest {
  @ParameterizedTest
  @CsvSource({
    "VOICE,   1,          1 s",
    "VOICE,   60,         1 min",
    "VOICE,   90,         90 s",
    "VOICE,   3600,       1 h",
    "VOICE,   5400,       90 min",
    "DATA,    1,          1 B",
    "DATA,    1024,       1 kB",
    "DATA,    1048576,    1 MB",
    "DATA,    10737418240, 10 GB",
    "MESSAGE, 3,          3",
    "UNIT,    1000,       1000"
  })
  void theGreatestUnitThatDividesIsWritten(ServiceKind service, long quantity, String text) {
    assertEquals(text, UnitText.write(service, quantity));
    assertEquals(OptionalLong.of(quantity), UnitText.read(service, text));
  }

  @ParameterizedTest
  @CsvSource({
    "VOICE,   60,         60",
    "VOICE,   '60 sek.',  60",
    "VOICE,   '1,5 min',  90",
    "VOICE,   2m,         120",
    "DATA,    '0.5 GB',   536870912",
    "DATA,    '1 024 kb', 1048576",
    "MESSAGE, 10 SMS,     10"
  })
  void itIsReadAsPeopleWriteIt(ServiceKind service, String text, long quantity) {
    assertEquals(OptionalLong.of(quantity), UnitText.read(service, text));
  }

  @ParameterizedTest
  @CsvSource({
    "VOICE, 1 MB",
    "VOICE, -1",
    "VOICE, ''",
    "VOICE, min",
    "VOICE, 0.1 s",
    "DATA, 1 min",
    "MESSAGE, 1.5",
    "VOICE, 99999999999999999999",
    "VOICE, NaN"
  })
  void whatIsNoQuantityIsNotGuessed(ServiceKind service, String text) {
    assertEquals(OptionalLong.empty(), UnitText.read(service, text));
  }

  @Test
  void everyQuantityReadsBack() {
    for (ServiceKind service : ServiceKind.values()) {
      for (long quantity = 1; quantity < 1L << 50; quantity = quantity * 7 / 2 + 1) {
        String text = UnitText.write(service, quantity);
        assertEquals(OptionalLong.of(quantity), UnitText.read(service, text), text);
      }
    }
  }
}
