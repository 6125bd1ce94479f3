package com.asta.charging.web;

import com.asta.charging.rules.PrefixText;
import com.asta.charging.rules.Zone;
import com.asta.charging.rules.ZoneEdits;
import com.asta.charging.service.ChargingRefused;
import com.asta.common.web.Messages;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** One zone: its names, and its prefixes a page at a time, of which there may be very many. */
@Named
@ViewScoped
public class TariffZoneView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 200;
  private static final int TOLD = 5;

  @Inject private TariffDesk desk;

  private String code;
  private String filter;
  private int first;
  private String nameEn;
  private String namePl;
  private String pasted;
  private boolean move;

  /** View action. */
  public void load() {
    desk.load();
    nameEn = getZone().nameEn();
    namePl = getZone().namePl();
  }

  public Zone getZone() {
    return desk.getContent().zones().stream()
        .filter(zone -> zone.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new ChargingRefused(ChargingRefused.Reason.UNKNOWN_ZONE, code));
  }

  /** Prefixes of this page, in the order of their digits. */
  public List<String> getPrefixes() {
    return matching().stream().skip(first).limit(PAGE).toList();
  }

  public int getFound() {
    return matching().size();
  }

  private List<String> matching() {
    return getZone().prefixes().stream()
        .filter(prefix -> filter == null || prefix.startsWith(filter.replaceAll("[^0-9]", "")))
        .sorted()
        .toList();
  }

  /** Adds what was pasted; prefixes of other zones come over only when that was ticked. */
  public String add() {
    PrefixText read = PrefixText.read(pasted);
    if (!read.wrong().isEmpty() || read.prefixes().isEmpty()) {
      String wrong = String.join(", ", read.wrong().stream().limit(TOLD).toList());
      Messages.error("paste:prefixes", "charging", "zones.wrong", read.wrong().size(), wrong);
      return null;
    }
    Map<String, String> elsewhere =
        ZoneEdits.elsewhere(desk.getContent().zones(), code, read.prefixes());
    if (!elsewhere.isEmpty() && !move) {
      Map.Entry<String, String> one = elsewhere.entrySet().iterator().next();
      Messages.error(
          "paste:prefixes",
          "charging",
          "zones.elsewhere",
          elsewhere.size(),
          one.getKey(),
          one.getValue());
      return null;
    }
    return desk.change(
        content -> content.withZones(ZoneEdits.add(content.zones(), code, read.prefixes())),
        "tariff-zone",
        query(first));
  }

  /** Takes the ticked prefixes out of the zone. */
  public String removeChosen() {
    String[] ticked =
        FacesContext.getCurrentInstance()
            .getExternalContext()
            .getRequestParameterValuesMap()
            .getOrDefault("prefix", new String[0]);
    List<String> gone = List.of(ticked);
    return desk.change(
        content -> content.withZones(ZoneEdits.remove(content.zones(), code, gone)),
        "tariff-zone",
        query(first));
  }

  /** Takes every prefix out that the filter shows. */
  public String removeFound() {
    List<String> gone = matching();
    return desk.change(
        content -> content.withZones(ZoneEdits.remove(content.zones(), code, gone)),
        "tariff-zone",
        "&zone=" + code);
  }

  public String rename() {
    return desk.change(
        content ->
            content.withZones(
                ZoneEdits.put(
                    content.zones(),
                    new Zone(
                        code,
                        nameEn,
                        namePl,
                        content.zones().stream()
                            .filter(zone -> zone.code().equals(code))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException("Zone " + code))
                            .prefixes()))),
        "tariff-zone",
        query(first));
  }

  /** Drops the zone; rates that still name it are findings until they go too. */
  public String drop() {
    return desk.change(
        content -> content.withZones(ZoneEdits.drop(content.zones(), code)), "tariff-zones", "");
  }

  /** Goes to the filtered prefixes by GET. */
  public String narrow() {
    return TariffDesk.page("tariff-zone", desk.getVersion(), query(0));
  }

  private String query(int from) {
    return "&zone="
        + code
        + (filter == null ? "" : "&q=" + Addresses.encoded(filter))
        + (from == 0 ? "" : "&first=" + from);
  }

  private String address(int from) {
    return "tariff-zone.xhtml?version=" + desk.getVersion() + query(from);
  }

  public String getEarlier() {
    return first == 0 ? null : address(Math.max(0, first - PAGE));
  }

  public String getLater() {
    return first + PAGE >= getFound() ? null : address(first + PAGE);
  }

  public int getLast() {
    return Math.min(first + PAGE, getFound());
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public String getFilter() {
    return filter;
  }

  public void setFilter(String filter) {
    this.filter = filter;
  }

  public int getFirst() {
    return first;
  }

  public void setFirst(int first) {
    this.first = Math.max(0, first);
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

  public String getPasted() {
    return pasted;
  }

  public void setPasted(String pasted) {
    this.pasted = pasted;
  }

  public boolean isMove() {
    return move;
  }

  public void setMove(boolean move) {
    this.move = move;
  }
}
