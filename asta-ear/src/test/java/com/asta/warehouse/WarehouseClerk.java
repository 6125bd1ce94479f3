package com.asta.warehouse;

import com.asta.common.service.Roles;
import com.asta.warehouse.service.PickService;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** A person of the warehouse, for tests. */
@Stateless
@PermitAll
@RunAs(Roles.WAREHOUSE)
public class WarehouseClerk {
  @Inject private PickService picking;

  /** Scans the device and ships it. */
  public void ship(String taskId, String serial) {
    scan(taskId, serial);
    picking.ship(taskId, "PL0001");
  }

  /** Serial number of the device that is reserved for the task. */
  public String reserved(String taskId) {
    return picking.pick(taskId).device().serialNumber();
  }

  public String scan(String taskId, String serial) {
    return picking.scan(taskId, serial).device().serialNumber();
  }
}
