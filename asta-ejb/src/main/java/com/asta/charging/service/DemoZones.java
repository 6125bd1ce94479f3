package com.asta.charging.service;

import com.asta.charging.rules.Zone;
import java.util.Arrays;
import java.util.List;

/** Destinations of the demo operator, after the Polish numbering plan and ITU-T E.164. */
final class DemoZones {
  static final String MOBILE = "PL-MOBILE";
  static final String FIXED = "PL-FIXED";
  static final String FREE = "PL-FREE";
  static final String PREMIUM = "PL-PREMIUM";
  static final String EUROPE = "EU-EEA";
  static final String BRITAIN = "UK-CH";
  static final String UKRAINE = "UKRAINE";
  static final String AMERICA = "NORTH-AMERICA";
  static final String WORLD = "WORLD";

  private DemoZones() {}

  static List<Zone> all() {
    return List.of(
        zone(
            MOBILE,
            "Polish mobile",
            "Polska, sieci komórkowe",
            "4845 4850 4851 4853 4857 4860 4866 4869 4872 4873 4878 4879 4888"),
        zone(
            FIXED,
            "Polish landline",
            "Polska, sieci stacjonarne",
            "4812 4813 4814 4815 4816 4817 4818 4822 4823 4824 4825 4829 4832 4833 4834 4841 4842"
                + " 4843 4844 4846 4848 4852 4854 4855 4856 4858 4859 4861 4862 4863 4865 4867"
                + " 4868 4871 4874 4875 4876 4877 4881 4882 4883 4884 4885 4886 4887 4889 4891"
                + " 4894 4895"),
        zone(
            FREE,
            "Free and emergency numbers",
            "Numery bezpłatne i alarmowe",
            "48112 48997 48998 48999 48116 48800"),
        zone(
            PREMIUM, "Premium numbers", "Numery o podwyższonej opłacie", "48700 48701 48703 48708"),
        zone(
            EUROPE,
            "European Union and EEA",
            "Unia Europejska i EOG",
            "30 31 32 33 34 351 352 353 354 356 357 358 359 36 370 371 372 385 386 39 40 420 421"
                + " 423 43 45 46 47 49"),
        zone(BRITAIN, "United Kingdom, Switzerland", "Wielka Brytania, Szwajcaria", "41 44"),
        zone(UKRAINE, "Ukraine", "Ukraina", "380"),
        zone(AMERICA, "USA and Canada", "USA i Kanada", "1"),
        zone(
            WORLD,
            "Rest of the world",
            "Reszta świata",
            "20 212 213 216 218 220 221 222 223 224 225 226 227 228 229 230 231 232 233 234 235 236"
                + " 237 238 239 240 241 242 243 244 245 248 249 250 251 252 253 254 255 256 257 258"
                + " 260 261 262 263 264 265 266 267 268 269 27 291 297 298 299 355 373 374 375 376"
                + " 377 378 381 382 383 387 389 51 52 53 54 55 56 57 58 591 592 593 594 595 596 597"
                + " 598 599 60 61 62 63 64 65 66 670 672 673 674 675 676 677 678 679 680 682 685 687"
                + " 689 7 81 82 84 850 852 853 855 856 86 880 886 90 91 92 93 94 95 960 961 962 963"
                + " 964 965 966 967 968 970 971 972 973 974 975 976 977 992 993 994 995 996 998"));
  }

  private static Zone zone(String code, String nameEn, String namePl, String prefixes) {
    return new Zone(code, nameEn, namePl, Arrays.asList(prefixes.split(" ")));
  }
}
