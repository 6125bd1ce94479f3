package com.asta.warehouse.web;

import com.asta.common.web.Messages;
import com.asta.warehouse.service.PickCard;
import com.asta.warehouse.service.PickService;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Pick and ship: scan the device, then send it off. */
@Named
@ViewScoped
public class PickView implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private transient PickService picking;

  private String task;
  private String serial;
  private String parcel;
  private transient PickCard card;

  /** View action: reads the task, so that a task that is gone is told at once. */
  public void open() {
    card = picking.pick(task);
  }

  public void scan() {
    card = picking.scan(task, serial);
    serial = null;
  }

  public String ship() {
    picking.ship(task, parcel);
    Messages.done("warehouse", "pick.shipped");
    return "/workflow/work-list.xhtml?faces-redirect=true";
  }

  /** Null if the task was finished meanwhile. */
  public PickCard getCard() {
    return card;
  }

  public String getTask() {
    return task;
  }

  public void setTask(String task) {
    this.task = task;
  }

  public String getSerial() {
    return serial;
  }

  public void setSerial(String serial) {
    this.serial = serial;
  }

  public String getParcel() {
    return parcel;
  }

  public void setParcel(String parcel) {
    this.parcel = parcel;
  }
}
