package com.asta.charging.web;

import com.asta.charging.rules.Rate;
import com.asta.charging.rules.RateEdits;
import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.SheetFault;
import com.asta.charging.rules.TimeBand;
import com.asta.charging.rules.Zone;
import com.asta.common.web.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The grid of rates, a page of it at a time; what it is narrowed to lives in the address. */
@Named
@ViewScoped
public class TariffRatesView implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PAGE = 25;

  @Inject private TariffDesk desk;

  private String text;
  private ServiceKind service;
  private int first;
  private int found;
  private List<RateLine> lines;
  private List<SheetFault> faults = List.of();

  public List<RateLine> getLines() {
    if (lines == null) {
      List<Rate> rates = desk.getContent().rates();
      List<Integer> matching =
          IntStream.range(0, rates.size()).filter(i -> matches(rates.get(i))).boxed().toList();
      found = matching.size();
      lines = new ArrayList<>();
      matching.stream()
          .skip(first)
          .limit(PAGE)
          .forEach(i -> lines.add(new RateLine(i, rates.get(i))));
    }
    return lines;
  }

  /** Adds an empty line under the others. */
  public void add() {
    getLines().add(new RateLine(service == null ? ServiceKind.VOICE : service));
  }

  /** Keeps what was typed on this page of the grid, or says which cells are wrong. */
  public String save() {
    List<SheetFault> wrong = new ArrayList<>();
    Map<Integer, Rate> replaced = new HashMap<>();
    Set<Integer> removed = new HashSet<>();
    List<Rate> added = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      RateLine line = lines.get(i);
      if (line.isRemoved()) {
        if (line.getPosition() != null) {
          removed.add(line.getPosition());
        }
      } else if (line.isTouched()) {
        Rate rate = line.read(first + i + 1L, wrong);
        if (rate != null && line.getPosition() == null) {
          added.add(rate);
        } else if (rate != null) {
          replaced.put(line.getPosition(), rate);
        }
      }
    }
    faults = wrong;
    if (!wrong.isEmpty()) {
      Messages.error(null, "charging", "sheet.wrong", wrong.size());
      return null;
    }
    RateEdits edits = new RateEdits(replaced, removed, added);
    return desk.change(
        content -> content.withRates(edits.apply(content.rates())), "tariff-rates", query(first));
  }

  /** Goes to the narrowed grid by GET. */
  public String narrow() {
    return TariffDesk.page("tariff-rates", desk.getVersion(), query(0));
  }

  /** The input that a fault is about. */
  public String inputOf(SheetFault fault) {
    return "rates:each:" + (fault.line() - first - 1) + ":" + fault.column();
  }

  private String address(String query) {
    return "tariff-rates.xhtml?version=" + desk.getVersion() + query;
  }

  private String query(int from) {
    return (text == null ? "" : "&q=" + Addresses.encoded(text))
        + (service == null ? "" : "&service=" + service)
        + (from == 0 ? "" : "&first=" + from);
  }

  private boolean matches(Rate rate) {
    return (service == null || rate.service() == service)
        && (text == null
            || contains(rate.code())
            || contains(rate.zone())
            || contains(rate.band())
            || contains(rate.nameEn())
            || contains(rate.namePl()));
  }

  private boolean contains(String value) {
    return value != null
        && value.toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT));
  }

  /** Where the page before this one is; null on the first. */
  public String getEarlier() {
    return first == 0 ? null : address(query(Math.max(0, first - PAGE)));
  }

  /** Where the next page is; null on the last. */
  public String getLater() {
    getLines();
    return first + PAGE >= found ? null : address(query(first + PAGE));
  }

  public int getFound() {
    getLines();
    return found;
  }

  /** Number of the last line of this page. */
  public int getLast() {
    return Math.min(first + PAGE, getFound());
  }

  public boolean isNarrowed() {
    return text != null || service != null;
  }

  /** Codes to choose a zone from. */
  public List<Zone> getZones() {
    return desk.getContent().zones();
  }

  public List<String> getHours() {
    return desk.getContent().bands().stream().map(TimeBand::code).distinct().toList();
  }

  public ServiceKind[] getServices() {
    return ServiceKind.values();
  }

  public List<SheetFault> getFaults() {
    return faults;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public ServiceKind getService() {
    return service;
  }

  public void setService(ServiceKind service) {
    this.service = service;
  }

  public int getFirst() {
    return first;
  }

  public void setFirst(int first) {
    this.first = Math.max(0, first);
  }
}
