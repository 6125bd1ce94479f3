package com.asta.charging.web;

import com.asta.charging.rules.ServiceKind;
import com.asta.charging.rules.UnitText;
import com.asta.charging.service.GroupRequest;
import java.io.Serializable;
import java.util.OptionalLong;

/** A rating group in the session player: what it is, and what its next request says. */
public class PlayedGroup implements Serializable {
  private static final long serialVersionUID = 1L;

  private String name;
  private ServiceKind service;
  private String destination;
  private String wanted = "";
  private String used = "";
  private long granted;
  private boolean running;
  private boolean ended;

  /** A group that is not in the session yet. */
  public PlayedGroup(String name, ServiceKind service, String destination) {
    this.name = name;
    this.service = service;
    this.destination = destination;
  }

  /** What its next request says; {@code last} when the session ends with it. */
  GroupRequest request(boolean last) {
    Long quota = last ? null : read(wanted);
    return running
        ? new GroupRequest(name, null, null, quota, read(used))
        : new GroupRequest(name, service, hasDestination() ? destination : null, quota, null);
  }

  /** Takes over what was granted; the whole quota is what will probably be used. */
  void granted(long units, boolean isOver) {
    running = true;
    ended = isOver;
    granted = units;
    used = units == 0 ? "0" : UnitText.write(service, units);
    wanted = "";
  }

  /** Whether what was typed can be read. */
  boolean isReadable() {
    return readable(wanted) && (!running || readable(used));
  }

  private boolean readable(String text) {
    return text == null || text.isBlank() || UnitText.read(service, text).isPresent();
  }

  private Long read(String text) {
    OptionalLong units =
        text == null || text.isBlank() ? OptionalLong.empty() : UnitText.read(service, text);
    return units.isPresent() ? (Long) units.getAsLong() : null;
  }

  /** Whether a number is called or messaged. */
  public boolean hasDestination() {
    return (service == ServiceKind.VOICE || service == ServiceKind.MESSAGE)
        && destination != null
        && !destination.isBlank();
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public ServiceKind getService() {
    return service;
  }

  public void setService(ServiceKind service) {
    this.service = service;
  }

  public String getDestination() {
    return destination;
  }

  public void setDestination(String destination) {
    this.destination = destination;
  }

  public String getWanted() {
    return wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }

  public String getUsed() {
    return used;
  }

  public void setUsed(String used) {
    this.used = used;
  }

  public long getGranted() {
    return granted;
  }

  /** Whether the session knows it. */
  public boolean isRunning() {
    return running;
  }

  /** Whether nothing more is granted to it. */
  public boolean isEnded() {
    return ended;
  }
}
