package com.asta.products.service;

import com.asta.common.OperatorZone;
import com.asta.common.service.DemoPart;
import com.asta.products.rules.BundleMember;
import com.asta.products.rules.Discount;
import com.asta.products.rules.DiscountCondition;
import com.asta.products.rules.DiscountKind;
import com.asta.products.rules.DiscountScope;
import com.asta.products.rules.FulfilmentKind;
import com.asta.products.rules.OfferDesign;
import com.asta.products.rules.OfferDesign.DesignedPrice;
import com.asta.products.rules.PriceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The demo operator's catalogue: fibre, television, mobile, a router, and a bundle of them. */
@ApplicationScoped
public class DemoCatalogue implements DemoPart {
  private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);
  private static final LocalDate DEARER_SINCE = LocalDate.of(2026, 3, 1);
  private static final String VAT = "STANDARD";
  private static final String CODE = "ROK2026";

  @Inject private OfferDesignService designs;
  @Inject private PromotionService promotions;
  @Inject private Clock clock;

  @Override
  public int order() {
    return 20;
  }

  @Override
  public void load() {
    specify("INTERNET-FIBRE", FulfilmentKind.FIBRE, "Fibre internet", "Internet światłowodowy");
    specify("TELEVISION", FulfilmentKind.NONE, "Television", "Telewizja");
    specify("MOBILE-LINE", FulfilmentKind.MOBILE, "Mobile line", "Linia komórkowa");
    specify("DEVICE", FulfilmentKind.NONE, "Device", "Urządzenie");
    promotions.offer(
        new NewPromotion(
            CODE,
            "A year at a tenth less",
            "Rok o jedną dziesiątą taniej",
            SINCE,
            null,
            500,
            false));
    fibre();
    television();
    mobile();
    bundle();
    unfinished();
  }

  private void fibre() {
    long slow =
        sell("FIBRE-300", "INTERNET-FIBRE", fibre("Fibre 300", "Światłowód 300", "52.85", SINCE));
    long dearer = designs.draftNext(slow);
    designs.redesign(dearer, fibre("Fibre 300", "Światłowód 300", "56.91", DEARER_SINCE));
    designs.publishImported(dearer);
    sell("FIBRE-600", "INTERNET-FIBRE", fibre("Fibre 600", "Światłowód 600", "65.04", SINCE));
    sell(
        "FIBRE-1000",
        "INTERNET-FIBRE",
        fibre("Fibre 1000", "Światłowód 1000", "81.30", SINCE)
            .with(
                List.of(
                    discount(
                        "YEAR",
                        "A tenth less",
                        "O jedną dziesiątą taniej",
                        "10",
                        12,
                        DiscountCondition.PROMOTION,
                        CODE))));
    long old =
        sell("FIBRE-100", "INTERNET-FIBRE", fibre("Fibre 100", "Światłowód 100", "44.72", SINCE));
    designs.retire(old, OperatorZone.dayOf(clock.instant()));
  }

  private void television() {
    sell(
        "TV-PACK",
        "TELEVISION",
        offer(
                "TV Comfort",
                "Telewizja Komfort",
                "120 channels, 90 of them in HD",
                "120 kanałów, 90 w jakości HD",
                monthly("TV-FEE", "TV subscription", "Abonament TV", "32.52"))
            .with(
                List.of(
                    discount(
                        "HALF",
                        "First months at half price",
                        "Pierwsze miesiące za pół ceny",
                        "50",
                        3,
                        DiscountCondition.ALWAYS,
                        null))));
    sell(
        "ROUTER",
        "DEVICE",
        offer(
            "Wi-Fi 6 router",
            "Router Wi-Fi 6",
            "Yours to keep, two years of warranty",
            "Na własność, dwa lata gwarancji",
            once("ROUTER-PRICE", "Wi-Fi 6 router", "Router Wi-Fi 6", "243.09")));
  }

  private void mobile() {
    sell("MOBILE-S", "MOBILE-LINE", mobile("Mobile S", "Komórka S", "20.33", "MOBILE-S"));
    sell("MOBILE-M", "MOBILE-LINE", mobile("Mobile M", "Komórka M", "28.46", "MOBILE-M"));
    sell("MOBILE-L", "MOBILE-LINE", mobile("Mobile L", "Komórka L", "40.65", "MOBILE-L"));
    OfferDesign prepaid =
        offer(
            "Prepaid mobile",
            "Komórka na kartę",
            "No bill: pay before you call",
            "Bez rachunku: płacisz, zanim dzwonisz",
            once("STARTER", "Starter pack", "Starter", "4.07"),
            usage("PREPAID-STANDARD"));
    sell("PREPAID", "MOBILE-LINE", prepaid(prepaid));
  }

  private void bundle() {
    OfferDesign home =
        offer(
            "Home: Fibre + TV + Mobile",
            "Dom: Światłowód + TV + Komórka",
            "Fibre 600, TV Comfort and Mobile M on one bill",
            "Światłowód 600, Telewizja Komfort i Komórka M na jednym rachunku",
            once("BUNDLE-ACTIVATION", "Activation", "Aktywacja", "8.13"),
            monthly("BUNDLE-FEE", "Home bundle", "Pakiet Dom", "105.69"));
    sell(
        "BUNDLE-HOME",
        null,
        withMembers(
            home,
            List.of(
                new BundleMember("FIBRE-600", 1, 1, 1),
                new BundleMember("TV-PACK", 0, 2, 1),
                new BundleMember("MOBILE-M", 1, 4, 1))));
  }

  private void unfinished() {
    designs.draft(
        "FIBRE-2000",
        "INTERNET-FIBRE",
        fibre(
            "Fibre 2000",
            "Światłowód 2000",
            "121.14",
            OperatorZone.dayOf(clock.instant()).plusMonths(1).withDayOfMonth(1)));
  }

  private void specify(String code, FulfilmentKind kind, String english, String polish) {
    designs.specify(new NewSpecification(code, kind, english, polish, "", ""));
  }

  private long sell(String code, String specification, OfferDesign design) {
    long version = designs.draft(code, specification, design);
    designs.publishImported(version);
    return version;
  }

  private static OfferDesign fibre(String english, String polish, String net, LocalDate from) {
    String speed = english.replaceAll("\\D", "");
    OfferDesign offer =
        offer(
            english,
            polish,
            "Up to " + speed + " Mb/s down, router included for the time of the contract",
            "Do " + speed + " Mb/s, router w cenie na czas umowy",
            once("FIBRE-ACTIVATION", "Activation", "Aktywacja", "40.65"),
            monthly("FIBRE-FEE", english, polish, net));
    return new OfferDesign(
        offer.nameEn(),
        offer.namePl(),
        offer.descriptionEn(),
        offer.descriptionPl(),
        false,
        from,
        null,
        offer.prices(),
        List.of());
  }

  private static OfferDesign mobile(String english, String polish, String net, String tariff) {
    return offer(
        english,
        polish,
        "Calls, messages and data with a monthly allowance",
        "Rozmowy, wiadomości i internet z pakietem na miesiąc",
        monthly("MOBILE-FEE", english, polish, net),
        usage(tariff));
  }

  private static OfferDesign offer(
      String english,
      String polish,
      String aboutEnglish,
      String aboutPolish,
      DesignedPrice... prices) {
    return new OfferDesign(
        english, polish, aboutEnglish, aboutPolish, false, SINCE, null, List.of(prices), List.of());
  }

  private static OfferDesign prepaid(OfferDesign offer) {
    return new OfferDesign(
        offer.nameEn(),
        offer.namePl(),
        offer.descriptionEn(),
        offer.descriptionPl(),
        true,
        offer.validFrom(),
        null,
        offer.prices(),
        List.of());
  }

  private static OfferDesign withMembers(OfferDesign offer, List<BundleMember> members) {
    return new OfferDesign(
        offer.nameEn(),
        offer.namePl(),
        offer.descriptionEn(),
        offer.descriptionPl(),
        false,
        offer.validFrom(),
        null,
        offer.prices(),
        members);
  }

  private static Discount discount(
      String code,
      String english,
      String polish,
      String percent,
      int months,
      DiscountCondition condition,
      String subject) {
    return new Discount(
        code,
        english,
        polish,
        DiscountKind.PERCENT,
        new BigDecimal(percent),
        DiscountScope.RECURRING,
        null,
        1,
        months,
        condition,
        null,
        subject);
  }

  private static DesignedPrice once(String code, String english, String polish, String net) {
    return new DesignedPrice(
        PriceKind.ONE_TIME, code, english, polish, new BigDecimal(net), "PLN", false, null, VAT);
  }

  private static DesignedPrice monthly(String code, String english, String polish, String net) {
    return new DesignedPrice(
        PriceKind.RECURRING, code, english, polish, new BigDecimal(net), "PLN", true, null, VAT);
  }

  private static DesignedPrice usage(String tariff) {
    return new DesignedPrice(
        PriceKind.USAGE, "USAGE", "Usage", "Zużycie", null, "PLN", false, tariff, VAT);
  }
}
