package com.asta.warehouse.service;

import com.asta.common.service.DemoPart;
import com.asta.warehouse.rules.DeviceKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The demo operator's warehouse: two houses, 40 routers, 60 set-top boxes. */
@ApplicationScoped
public class WarehouseDemo implements DemoPart {
  private static final long SEED = 20260701L;

  @Inject private PlaceService places;
  @Inject private ReceivingService receiving;

  @Override
  public int order() {
    return 30;
  }

  @Override
  public void load() {
    long warsaw = places.addLocation("WAW", "Warszawa Włochy", null, true);
    long shelfA = places.addLocation("WAW-A", "Regał A", warsaw, true);
    long shelfB = places.addLocation("WAW-B", "Regał B", warsaw, true);
    places.addLocation("WAW-Q", "Kwarantanna", warsaw, false);
    long krakow = places.addLocation("KRK", "Kraków Zabłocie", null, true);
    long counter = places.addLocation("KRK-1", "Zaplecze salonu", krakow, true);

    long router = model("FX-3100", "FiberGate 3100", DeviceKind.ROUTER, "FX31[0-9]{8}", 12);
    long bigRouter = model("FX-5200", "FiberGate 5200", DeviceKind.ROUTER, "FX52[0-9]{8}", 10);
    long box = model("TV-400", "CineBox 400", DeviceKind.SET_TOP_BOX, "TV4[0-9A-F]{9}", 15);

    Random random = new Random(SEED);
    receive("demo-1", router, shelfA, "WZ/2026/0412", serials(random, "FX31", 8, 22));
    receive("demo-2", router, counter, "WZ/2026/0433", serials(random, "FX31", 8, 10));
    receive("demo-3", bigRouter, shelfA, "WZ/2026/0440", serials(random, "FX52", 8, 8));
    receive("demo-4", box, shelfB, "WZ/2026/0418", serials(random, "TV4", 9, 45));
    receive("demo-5", box, counter, "WZ/2026/0434", serials(random, "TV4", 9, 15));
  }

  private long model(String code, String name, DeviceKind kind, String pattern, int reorderLevel) {
    return places.addModel(new ModelRow(0, code, name, "Telmira", kind, pattern, reorderLevel));
  }

  private void receive(
      String key, long modelId, long locationId, String note, List<String> serials) {
    receiving.receive(new NewReceipt(key, modelId, locationId, note, serials, false));
  }

  private static List<String> serials(Random random, String prefix, int digits, int count) {
    int first = random.nextInt(10_000_000);
    return IntStream.range(0, count)
        .mapToObj(i -> prefix + String.format("%0" + digits + "d", first + i * 7L))
        .toList();
  }
}
