package com.asta.warehouse.web;

import com.asta.common.web.Messages;
import com.asta.warehouse.rules.ReceiptCheck;
import com.asta.warehouse.service.LocationRow;
import com.asta.warehouse.service.ModelRow;
import com.asta.warehouse.service.NewReceipt;
import com.asta.warehouse.service.PlaceService;
import com.asta.warehouse.service.ReceivingService;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Receives a delivery: one scan, one Enter, one line. */
@Named
@ViewScoped
public class ReceiveView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient ReceivingService receiving;
  @Inject private transient PlaceService places;

  private final String requestKey = UUID.randomUUID().toString();
  private final List<String> scans = new ArrayList<>();
  private Long model;
  private Long location;
  private String deliveryNote;
  private boolean inspect;
  private String scan;
  private String pasted;
  private transient List<ModelRow> models;
  private transient List<LocationRow> locations;
  private transient List<ReceiptCheck.Line> lines;

  @PostConstruct
  void open() {
    models = places.models();
    locations = places.locations();
  }

  /** One more scan. */
  public void add() {
    scans.addAll(ReceiptCheck.scans(scan));
    scan = null;
    lines = null;
  }

  /** A whole list of scans. */
  public void addPasted() {
    scans.addAll(ReceiptCheck.scans(pasted));
    pasted = null;
    lines = null;
  }

  /** Takes a scan off the list. */
  public void remove(int index) {
    scans.remove(index);
    lines = null;
  }

  /** The model decides what a good serial number is. */
  public void modelChanged() {
    lines = null;
  }

  public String book() {
    long id =
        receiving.receive(
            new NewReceipt(requestKey, model, location, deliveryNote, scans, inspect));
    Messages.done("warehouse", "receive.booked");
    return "/warehouse/receipt.xhtml?faces-redirect=true&id=" + id;
  }

  /** The scans with the answer to each. */
  public List<ReceiptCheck.Line> getLines() {
    if (lines == null) {
      lines = model == null || scans.isEmpty() ? List.of() : receiving.check(model, scans);
    }
    return lines;
  }

  public long getAccepted() {
    return getLines().stream().filter(ReceiptCheck.Line::isAccepted).count();
  }

  public long getRejected() {
    return getLines().size() - getAccepted();
  }

  public List<ModelRow> getModels() {
    if (models == null) {
      open();
    }
    return models;
  }

  public List<LocationRow> getLocations() {
    if (locations == null) {
      open();
    }
    return locations;
  }

  public Long getModel() {
    return model;
  }

  public void setModel(Long model) {
    this.model = model;
  }

  public Long getLocation() {
    return location;
  }

  public void setLocation(Long location) {
    this.location = location;
  }

  public String getDeliveryNote() {
    return deliveryNote;
  }

  public void setDeliveryNote(String deliveryNote) {
    this.deliveryNote = deliveryNote;
  }

  public boolean isInspect() {
    return inspect;
  }

  public void setInspect(boolean inspect) {
    this.inspect = inspect;
  }

  public String getScan() {
    return scan;
  }

  public void setScan(String scan) {
    this.scan = scan;
  }

  public String getPasted() {
    return pasted;
  }

  public void setPasted(String pasted) {
    this.pasted = pasted;
  }
}
