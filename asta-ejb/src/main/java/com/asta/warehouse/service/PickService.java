package com.asta.warehouse.service;

import com.asta.common.service.Outbox;
import com.asta.common.service.Roles;
import com.asta.warehouse.event.ItemShipped;
import com.asta.warehouse.model.StockItem;
import com.asta.warehouse.rules.ReceiptCheck;
import com.asta.warehouse.rules.StockStatus;
import com.asta.warehouse.service.WarehouseRefused.Reason;
import com.asta.workflow.service.WorkItem;
import com.asta.workflow.service.WorkflowService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The human task {@code pick-and-ship}: scan the device, then send it off. */
@Stateless
@RolesAllowed({Roles.WAREHOUSE, Roles.ADMIN})
public class PickService {
  @Inject private WorkflowService workflow;
  @Inject private StockItems items;
  @Inject private ItemRows rows;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /** The task with the device that is kept for its order. */
  public PickCard pick(String taskId) {
    WorkItem task = workflow.task(taskId);
    return new PickCard(task, items.heldFor(task.businessKey()).map(rows::row).orElse(null));
  }

  /**
   * The clerk has this device in hand. Another device than the reserved one is taken in its place
   * if it is of the same model and promisable; the reserved one is free again.
   *
   * @throws WarehouseRefused UNKNOWN_SERIAL, WRONG_MODEL, NOT_AVAILABLE
   */
  public PickCard scan(String taskId, String scanned) {
    WorkItem task = workflow.task(taskId);
    workflow.claim(taskId);
    String serial = ReceiptCheck.normalised(scanned);
    StockItem device =
        items
            .lockedBySerial(serial)
            .orElseThrow(() -> new WarehouseRefused(Reason.UNKNOWN_SERIAL, serial));
    Optional<StockItem> held = items.heldFor(task.businessKey());
    if (held.isEmpty() || !held.get().getSerialNumber().equals(serial)) {
      substitute(task, held, device);
    }
    if (device.getStatus() != StockStatus.PICKED) {
      items.move(device, StockItem::pick, task.businessKey());
    }
    return new PickCard(task, rows.row(device));
  }

  private void substitute(WorkItem task, Optional<StockItem> held, StockItem device) {
    String wanted = held.map(each -> each.getModel().getCode()).orElse(task.text("modelCode"));
    String model = device.getModel().getCode();
    if (!wanted.isEmpty() && !wanted.equals(model)) {
      throw new WarehouseRefused(Reason.WRONG_MODEL, device.getSerialNumber(), model, wanted);
    }
    if (device.getStatus() != StockStatus.AVAILABLE) {
      throw new WarehouseRefused(
          Reason.NOT_AVAILABLE, device.getSerialNumber(), device.getStatus());
    }
    held.ifPresent(
        each ->
            items.move(
                each,
                StockItem::makeAvailable,
                task.businessKey() + ": " + device.getSerialNumber()));
    items.move(device, each -> each.reserve(task.businessKey()), task.businessKey());
  }

  /**
   * The picked device leaves; the process goes on to the network.
   *
   * @param tracking the carrier's parcel number; may be empty
   * @throws WarehouseRefused NOT_PICKED
   */
  public void ship(String taskId, String tracking) {
    WorkItem task = workflow.task(taskId);
    StockItem device =
        items
            .heldFor(task.businessKey())
            .filter(each -> each.getStatus() == StockStatus.PICKED)
            .orElseThrow(() -> new WarehouseRefused(Reason.NOT_PICKED, task.businessKey()));
    String parcel = tracking == null ? "" : tracking.strip();
    items.move(
        device,
        StockItem::ship,
        parcel.isEmpty() ? task.businessKey() : task.businessKey() + " · " + parcel);
    Map<String, Object> remembered = new HashMap<>();
    remembered.put("serialNumber", device.getSerialNumber());
    remembered.put("modelCode", device.getModel().getCode());
    if (!parcel.isEmpty()) {
      remembered.put("parcelNumber", parcel);
    }
    outbox.publish(
        new ItemShipped(
            device.getSerialNumber(),
            device.getModel().getCode(),
            task.businessKey(),
            clock.instant()));
    workflow.complete(taskId, remembered);
  }
}
