package com.asta.charging.web;

import com.asta.charging.rules.CsvMapping;
import com.asta.charging.rules.CsvMapping.SkipTest;
import com.asta.charging.rules.ServiceKind;
import com.asta.common.OperatorZone;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A mapping of a CSV as a person edits it; what is not chosen is an empty text. */
public class MappingEdit implements Serializable {
  private static final long serialVersionUID = 1L;

  private String separator = ";";
  private String charset = "UTF-8";
  private boolean header = true;
  private String decimal = ".";
  private String timeFormat = CsvMapping.ISO;
  private String zone = OperatorZone.ID.getId();
  private String time = "";
  private String timeOfDay = "";
  private String subscriber = "";
  private String service = "";
  private String serviceColumn = "";
  private String services = "";
  private String destination = "";
  private String units = "";
  private String multiplier = "1";
  private String[] key = {};
  private String skipColumn = "";
  private SkipTest skipTest = SkipTest.EQUALS;
  private String skipValue = "";

  /** Begins with what the first line of a sample looks like. */
  static MappingEdit guessed(String firstLine) {
    MappingEdit edit = new MappingEdit();
    long most = 0;
    for (String candidate : List.of(";", ",", "\t", "|")) {
      long count = firstLine.chars().filter(c -> c == candidate.charAt(0)).count();
      if (count > most) {
        most = count;
        edit.separator = candidate;
      }
    }
    edit.header = firstLine.chars().noneMatch(Character::isDigit);
    return edit;
  }

  static MappingEdit of(CsvMapping mapping) {
    MappingEdit edit = new MappingEdit();
    edit.separator = mapping.separator();
    edit.charset = mapping.charset();
    edit.header = mapping.header();
    edit.decimal = mapping.decimal();
    edit.timeFormat = mapping.timeFormat();
    edit.zone = mapping.zone();
    edit.time = mapping.time().isEmpty() ? "" : mapping.time().get(0);
    edit.timeOfDay = mapping.time().size() < 2 ? "" : mapping.time().get(1);
    edit.subscriber = text(mapping.subscriber());
    edit.service = text(mapping.service());
    edit.serviceColumn = text(mapping.serviceColumn());
    edit.services =
        mapping.services().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(", "));
    edit.destination = text(mapping.destination());
    edit.units = text(mapping.units());
    edit.multiplier = mapping.multiplier().toPlainString();
    edit.key = mapping.key().toArray(new String[0]);
    edit.skipColumn = text(mapping.skipColumn());
    edit.skipTest = mapping.skipTest();
    edit.skipValue = text(mapping.skipValue());
    return edit;
  }

  CsvMapping mapping() {
    List<String> times = new ArrayList<>();
    if (!time.isEmpty()) {
      times.add(time);
    }
    if (!timeOfDay.isEmpty()) {
      times.add(timeOfDay);
    }
    return new CsvMapping(
        separator,
        charset,
        header,
        decimal,
        timeFormat.strip(),
        zone.strip(),
        times,
        chosen(subscriber),
        service.isEmpty() ? null : ServiceKind.valueOf(service),
        service.isEmpty() ? chosen(serviceColumn) : null,
        service.isEmpty() ? meanings() : Map.of(),
        chosen(destination),
        chosen(units),
        number(multiplier),
        List.of(key),
        chosen(skipColumn),
        skipTest,
        skipValue);
  }

  private Map<String, ServiceKind> meanings() {
    Map<String, ServiceKind> meanings = new LinkedHashMap<>();
    for (String part : services.split(",")) {
      int sign = part.lastIndexOf('=');
      String kind = part.substring(sign + 1).strip();
      if (sign > 0
          && Arrays.stream(ServiceKind.values()).anyMatch(each -> each.name().equals(kind))) {
        meanings.put(part.substring(0, sign).strip(), ServiceKind.valueOf(kind));
      }
    }
    return meanings;
  }

  /** A number written with a point or a comma; zero, which is a flaw, if it is none. */
  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text.strip().replace(',', '.'));
    } catch (NumberFormatException e) {
      return BigDecimal.ZERO;
    }
  }

  private static String chosen(String column) {
    return column == null || column.isEmpty() ? null : column;
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  public String getSeparator() {
    return separator;
  }

  public void setSeparator(String separator) {
    this.separator = text(separator);
  }

  public String getCharset() {
    return charset;
  }

  public void setCharset(String charset) {
    this.charset = text(charset);
  }

  public boolean isHeader() {
    return header;
  }

  public void setHeader(boolean header) {
    this.header = header;
  }

  public String getDecimal() {
    return decimal;
  }

  public void setDecimal(String decimal) {
    this.decimal = text(decimal);
  }

  public String getTimeFormat() {
    return timeFormat;
  }

  public void setTimeFormat(String timeFormat) {
    this.timeFormat = text(timeFormat);
  }

  public String getZone() {
    return zone;
  }

  public void setZone(String zone) {
    this.zone = text(zone);
  }

  public String getTime() {
    return time;
  }

  public void setTime(String time) {
    this.time = text(time);
  }

  public String getTimeOfDay() {
    return timeOfDay;
  }

  public void setTimeOfDay(String timeOfDay) {
    this.timeOfDay = text(timeOfDay);
  }

  public String getSubscriber() {
    return subscriber;
  }

  public void setSubscriber(String subscriber) {
    this.subscriber = text(subscriber);
  }

  public String getService() {
    return service;
  }

  public void setService(String service) {
    this.service = text(service);
  }

  public String getServiceColumn() {
    return serviceColumn;
  }

  public void setServiceColumn(String serviceColumn) {
    this.serviceColumn = text(serviceColumn);
  }

  public String getServices() {
    return services;
  }

  public void setServices(String services) {
    this.services = text(services);
  }

  public String getDestination() {
    return destination;
  }

  public void setDestination(String destination) {
    this.destination = text(destination);
  }

  public String getUnits() {
    return units;
  }

  public void setUnits(String units) {
    this.units = text(units);
  }

  public String getMultiplier() {
    return multiplier;
  }

  public void setMultiplier(String multiplier) {
    this.multiplier = text(multiplier);
  }

  public String[] getKey() {
    return key.clone();
  }

  public void setKey(String[] key) {
    this.key = key == null ? new String[0] : key.clone();
  }

  public String getSkipColumn() {
    return skipColumn;
  }

  public void setSkipColumn(String skipColumn) {
    this.skipColumn = text(skipColumn);
  }

  public SkipTest getSkipTest() {
    return skipTest;
  }

  public void setSkipTest(SkipTest skipTest) {
    this.skipTest = skipTest;
  }

  public String getSkipValue() {
    return skipValue;
  }

  public void setSkipValue(String skipValue) {
    this.skipValue = text(skipValue);
  }
}
