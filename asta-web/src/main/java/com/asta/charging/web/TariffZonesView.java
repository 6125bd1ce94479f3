package com.asta.charging.web;

import com.asta.charging.rules.PrefixText;
import com.asta.charging.rules.Zone;
import com.asta.charging.rules.ZoneEdits;
import com.asta.common.web.Messages;
import com.asta.common.web.PagedModel;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The zones of a version, and a new one. */
@Named
@ViewScoped
public class TariffZonesView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_PREFIXES = 12;

  /** A zone in the list. */
  public record Row(
      String code, String nameEn, String namePl, int prefixes, String sample, long rates) {}

  @Inject private TariffDesk desk;

  private String text;
  private String code;
  private String nameEn;
  private String namePl;
  private String prefixes;
  private transient PagedModel<Row> rows;

  public PagedModel<Row> getRows() {
    if (rows == null) {
      rows = new PagedModel<>(this::page, Row::code);
    }
    return rows;
  }

  private List<Row> page(int offset, int limit) {
    Map<String, Long> rates =
        desk.getContent().rates().stream()
            .filter(rate -> rate.zone() != null)
            .collect(Collectors.groupingBy(rate -> rate.zone(), Collectors.counting()));
    return desk.getContent().zones().stream()
        .filter(this::matches)
        .skip(offset)
        .limit(limit)
        .map(
            zone ->
                new Row(
                    zone.code(),
                    zone.nameEn(),
                    zone.namePl(),
                    zone.prefixes().size(),
                    zone.prefixes().stream()
                        .limit(SHOWN_PREFIXES)
                        .map(prefix -> "+" + prefix)
                        .collect(Collectors.joining("  ")),
                    rates.getOrDefault(zone.code(), 0L)))
        .toList();
  }

  /** A zone is found by its code and names, or by a number that its prefixes match. */
  private boolean matches(Zone zone) {
    if (text == null) {
      return true;
    }
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    String digits = wanted.replaceAll("[+ ]", "");
    boolean number = !digits.isEmpty() && digits.chars().allMatch(Character::isDigit);
    return zone.code().toLowerCase(Locale.ROOT).contains(wanted)
        || zone.nameEn().toLowerCase(Locale.ROOT).contains(wanted)
        || zone.namePl().toLowerCase(Locale.ROOT).contains(wanted)
        || number && zone.prefixes().stream().anyMatch(digits::startsWith)
        || number && zone.prefixes().stream().anyMatch(each -> each.startsWith(digits));
  }

  /** Adds the zone with what was pasted as its prefixes, and shows them. */
  public String add() {
    PrefixText pasted = PrefixText.read(prefixes);
    if (!pasted.wrong().isEmpty()) {
      Messages.error(
          "zone:prefixes", "charging", "zones.wrong", pasted.wrong().size(), pasted.wrong().get(0));
      return null;
    }
    List<Zone> zones = desk.getContent().zones();
    String wanted = code.strip();
    if (zones.stream().anyMatch(zone -> zone.code().equals(wanted))) {
      Messages.error("zone:code", "charging", "zones.taken", wanted);
      return null;
    }
    Map<String, String> elsewhere = ZoneEdits.elsewhere(zones, wanted, pasted.prefixes());
    if (!elsewhere.isEmpty()) {
      Messages.error(
          "zone:prefixes",
          "charging",
          "zones.elsewhere",
          elsewhere.size(),
          elsewhere.entrySet().iterator().next().getKey(),
          elsewhere.values().iterator().next());
      return null;
    }
    Zone zone = new Zone(wanted, nameEn, namePl, pasted.prefixes());
    return desk.change(
        content -> content.withZones(ZoneEdits.put(content.zones(), zone)), "tariff-zones", "");
  }

  /** Goes to the narrowed list by GET. */
  public String narrow() {
    String query = text == null ? "" : "&q=" + Addresses.encoded(text);
    return TariffDesk.page("tariff-zones", desk.getVersion(), query);
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getNameEn() {
    return nameEn;
  }

  public void setNameEn(String nameEn) {
    this.nameEn = nameEn;
  }

  public String getNamePl() {
    return namePl;
  }

  public void setNamePl(String namePl) {
    this.namePl = namePl;
  }

  public String getPrefixes() {
    return prefixes;
  }

  public void setPrefixes(String prefixes) {
    this.prefixes = prefixes;
  }
}
