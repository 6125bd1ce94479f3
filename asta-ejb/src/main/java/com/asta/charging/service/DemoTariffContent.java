package com.asta.charging.service;

import com.asta.charging.rules.Allowance;
import com.asta.charging.rules.Rate;
import com.asta.charging.rules.Rounding;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.Step;
import com.asta.charging.rules.TariffContent;
import com.asta.charging.rules.TimeBand;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the tariffs of the demo operator say. Postpaid prices are net, prepaid ones with VAT. */
final class DemoTariffContent {
  private static final String CURRENCY = "PLN";
  private static final String EVENING = "EVENING";
  private static final long MEGABYTE = 1_048_576;
  private static final long GIGABYTE = 1024 * MEGABYTE;
  private static final Set<String> DOMESTIC = Set.of(DemoZones.MOBILE, DemoZones.FIXED);

  private DemoTariffContent() {}

  static TariffContent small() {
    List<Rate> rates = domestic("0.29", 60, "0.12");
    rates.add(evening(DemoZones.MOBILE, "CALL-PL-MOBILE", "0.19"));
    rates.add(evening(DemoZones.FIXED, "CALL-PL-FIXED", "0.19"));
    rates.addAll(abroad("1.00", 60));
    rates.add(data("0.05"));
    return postpaid(rates, minutes(100), messages(50), data(2));
  }

  static TariffContent medium() {
    List<Rate> rates = domestic("0.19", 1, "0.09");
    rates.addAll(abroad("0.80", 30));
    rates.add(data("0.03"));
    return postpaid(rates, minutes(500), messages(200), data(10));
  }

  static TariffContent large() {
    List<Rate> rates = domestic("0.00", 1, "0.00");
    rates.addAll(abroad("0.60", 1));
    rates.add(data("0.02"));
    return postpaid(rates, data(50));
  }

  static TariffContent prepaid() {
    List<Rate> rates = domestic("0.35", 1, "0.15");
    rates.addAll(abroad("1.40", 60));
    rates.add(data("0.06"));
    return new TariffContent(
        CURRENCY,
        new Rounding(2, RoundingMode.HALF_UP),
        DemoZones.all(),
        List.of(),
        rates,
        List.of());
  }

  private static TariffContent postpaid(List<Rate> rates, Allowance... allowances) {
    boolean banded = rates.stream().anyMatch(rate -> rate.band() != null);
    return new TariffContent(
        CURRENCY,
        new Rounding(4, RoundingMode.HALF_UP),
        DemoZones.all(),
        banded ? evenings() : List.of(),
        rates,
        List.of(allowances));
  }

  private static List<TimeBand> evenings() {
    return List.of(
        new TimeBand(
            EVENING,
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(20, 0),
            LocalTime.MIDNIGHT),
        new TimeBand(
            EVENING,
            EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
            LocalTime.MIDNIGHT,
            LocalTime.MIDNIGHT));
  }

  private static List<Rate> domestic(String minute, long increment, String message) {
    return new ArrayList<>(
        List.of(
            call(
                "CALL-PL-MOBILE",
                DemoZones.MOBILE,
                "Calls to Polish mobiles",
                "Połączenia do sieci komórkowych",
                "0",
                minute,
                increment),
            call(
                "CALL-PL-FIXED",
                DemoZones.FIXED,
                "Calls to Polish landlines",
                "Połączenia do sieci stacjonarnych",
                "0",
                minute,
                increment),
            call(
                "CALL-PL-FREE",
                DemoZones.FREE,
                "Calls to free and emergency numbers",
                "Połączenia na numery bezpłatne i alarmowe",
                "0",
                "0.00",
                1),
            call(
                "CALL-PL-PREMIUM",
                DemoZones.PREMIUM,
                "Calls to premium numbers",
                "Połączenia na numery o podwyższonej opłacie",
                "0",
                "4.00",
                60),
            message("SMS-PL", DemoZones.MOBILE, "Messages in Poland", "SMS-y krajowe", message),
            message(
                "SMS-PL-FIXED",
                DemoZones.FIXED,
                "Messages to landlines",
                "SMS-y na numery stacjonarne",
                message)));
  }

  private static List<Rate> abroad(String europeMinute, long increment) {
    List<Rate> rates = new ArrayList<>();
    rates.add(
        call(
            "CALL-EU",
            DemoZones.EUROPE,
            "Calls to the European Union",
            "Połączenia do Unii Europejskiej",
            "0",
            europeMinute,
            increment));
    rates.add(
        call(
            "CALL-UK",
            DemoZones.BRITAIN,
            "Calls to the United Kingdom and Switzerland",
            "Połączenia do Wielkiej Brytanii i Szwajcarii",
            "0.10",
            "1.20",
            increment));
    rates.add(
        call(
            "CALL-UA",
            DemoZones.UKRAINE,
            "Calls to Ukraine",
            "Połączenia na Ukrainę",
            "0",
            "0.45",
            1));
    rates.add(
        call(
            "CALL-US",
            DemoZones.AMERICA,
            "Calls to the USA and Canada",
            "Połączenia do USA i Kanady",
            "0.20",
            "0.90",
            60));
    rates.add(
        call(
            "CALL-WORLD",
            DemoZones.WORLD,
            "Calls to the rest of the world",
            "Połączenia do pozostałych krajów",
            "0.30",
            "3.90",
            60));
    rates.add(
        message(
            "SMS-EU",
            DemoZones.EUROPE,
            "Messages to the European Union",
            "SMS-y do Unii Europejskiej",
            "0.29"));
    rates.add(
        message("SMS-UA", DemoZones.UKRAINE, "Messages to Ukraine", "SMS-y na Ukrainę", "0.25"));
    rates.add(
        message(
            "SMS-WORLD",
            DemoZones.WORLD,
            "Messages to the rest of the world",
            "SMS-y do pozostałych krajów",
            "0.60"));
    return rates;
  }

  private static Rate call(
      String code, String zone, String nameEn, String namePl, String fee, String minute, long by) {
    Step step = new Step(0, new BigDecimal(minute), 60, by);
    return Rate.simple(code, ServiceKind.VOICE, zone, nameEn, namePl, new BigDecimal(fee), step);
  }

  private static Rate message(
      String code, String zone, String nameEn, String namePl, String price) {
    Step step = new Step(0, new BigDecimal(price), 1, 1);
    return Rate.simple(code, ServiceKind.MESSAGE, zone, nameEn, namePl, BigDecimal.ZERO, step);
  }

  private static Rate data(String megabyte) {
    Step step = new Step(0, new BigDecimal(megabyte), MEGABYTE, MEGABYTE);
    return Rate.simple(
        "DATA", ServiceKind.DATA, null, "Data", "Transmisja danych", BigDecimal.ZERO, step);
  }

  private static Rate evening(String zone, String code, String minute) {
    Step step = new Step(0, new BigDecimal(minute), 60, 60);
    boolean mobile = zone.equals(DemoZones.MOBILE);
    return new Rate(
        code,
        ServiceKind.VOICE,
        zone,
        EVENING,
        mobile ? "Calls to Polish mobiles" : "Calls to Polish landlines",
        mobile ? "Połączenia do sieci komórkowych" : "Połączenia do sieci stacjonarnych",
        BigDecimal.ZERO,
        List.of(step),
        null,
        null,
        null,
        null);
  }

  private static Allowance minutes(long minutes) {
    return new Allowance(
        "MINUTES",
        minutes + " minutes in Poland",
        minutes + " minut w kraju",
        ServiceKind.VOICE,
        DOMESTIC,
        minutes * 60,
        60);
  }

  private static Allowance messages(long count) {
    return new Allowance(
        "MESSAGES",
        count + " messages in Poland",
        count + " SMS-ów w kraju",
        ServiceKind.MESSAGE,
        DOMESTIC,
        count,
        1);
  }

  private static Allowance data(long gigabytes) {
    return new Allowance(
        "DATA-GB",
        gigabytes + " GB of data",
        gigabytes + " GB danych",
        ServiceKind.DATA,
        Set.of(),
        gigabytes * GIGABYTE,
        1);
  }
}
