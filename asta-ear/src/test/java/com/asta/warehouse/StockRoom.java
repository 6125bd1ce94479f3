package com.asta.warehouse;

import com.asta.common.service.SystemCaller;
import com.asta.warehouse.rules.DeviceKind;
import com.asta.warehouse.service.ModelRow;
import com.asta.warehouse.service.NewReceipt;
import com.asta.warehouse.service.PlaceService;
import com.asta.warehouse.service.ReceivingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Stock that a test makes for itself: a model and a place of its own. */
@ApplicationScoped
public class StockRoom {
  @Inject private SystemCaller system;
  @Inject private PlaceService places;
  @Inject private ReceivingService receiving;

  public String modelOf(long test) {
    return "T" + test;
  }

  /** A model of this test alone; its code. */
  public String newModel(long test) {
    String code = modelOf(test);
    system.call(
        () ->
            places.addModel(
                new ModelRow(0, code, "Test", "Telmira", DeviceKind.ROUTER, "S[0-9]{4,20}", 0)));
    return code;
  }

  /** One device of a new model. */
  public String receiveOne(long test) {
    return receive(newModel(test), test);
  }

  public String receive(String model, long test) {
    String serial = "S" + test;
    receive(model, List.of(serial), true);
    return serial;
  }

  /** Books devices at a new place; the receipt's id. */
  public long receive(String model, List<String> serials, boolean shippable) {
    return system.call(
        () -> {
          String code = UUID.randomUUID().toString().substring(0, 12);
          long place = places.addLocation(code, "Test " + code, null, shippable);
          return receiving.receive(
              new NewReceipt(code, modelId(model), place, "WZ/" + code, serials, false));
        });
  }

  public long modelId(String code) {
    return system.call(places::models).stream()
        .filter(model -> model.code().equals(code))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
