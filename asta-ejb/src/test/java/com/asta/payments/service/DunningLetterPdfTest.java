package com.asta.payments.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.payments.rules.DunningAction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DunningLetterPdfTest {
  private final DunningWords words = new DunningWords();

  @ParameterizedTest
  @CsvSource({
    "LETTER,    en, Payment reminder 2",
    "FEE,       en, We charge a reminder fee of 15.00",
    "BAR,       en, suspended from today",
    "TERMINATE, en, we terminate your contracts",
    "HAND_OVER, en, collection agency",
    "LETTER,    pl, Wezwanie do zapłaty nr 2",
    "FEE,       pl, '15,00'",
    "BAR,       pl, usługi są zawieszone",
    "TERMINATE, pl, rozwiązujemy umowy",
    "HAND_OVER, pl, windykacyjnej"
  })
  void everyActionHasItsWordsInBothLanguages(DunningAction action, String language, String says) {
    String html = html(action, language, "0");
    assertTrue(html.contains(says), html);
    assertTrue(html.contains("FV/2026/1 &lt;b&gt;"), "what others wrote stays text");
    assertTrue(words.in(language).mail(letter(action, "0")).contains("FV/2026/1"));
  }

  @Test
  void creditIsTakenOff() {
    assertTrue(html(DunningAction.LETTER, "en", "20").contains("-20.00"));
    assertEquals(-1, html(DunningAction.LETTER, "en", "0.0000").indexOf("Your credit"));
    assertEquals(new BigDecimal("80.50"), letter(DunningAction.LETTER, "20").toPay());
  }

  private String html(DunningAction action, String language, String credit) {
    words.load();
    DunningLetterPdf pdf = new DunningLetterPdf(null, null, words);
    pdf.load();
    return pdf.html(letter(action, credit), language, true);
  }

  private static DunningLetter letter(DunningAction action, String credit) {
    LocalDate day = LocalDate.of(2026, 11, 28);
    return new DunningLetter(
        action,
        2,
        day,
        day.plusDays(7),
        new DunningLetter.Receiver("Józef Żółć", "ul. Długa 5", "30-001", "Kraków", "PL"),
        new DunningLetter.Sender(
            "Asta", "ul. Prosta 1", "00-001", "Warszawa", "5260250995", "Bank", "a@b.c", "+48"),
        "A-1",
        "PL61109010140000071219812874",
        "PLN",
        List.of(
            new DunningLetter.Item(
                "FV/2026/1 <b>", day.minusDays(45), 45, new BigDecimal("100.50"))),
        new BigDecimal("100.50"),
        new BigDecimal(credit),
        action == DunningAction.FEE ? new BigDecimal("15") : BigDecimal.ZERO);
  }
}
