package com.asta.charging;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.asta.charging.batch.UsageImportJob;
import com.asta.charging.service.UsageFileRow;
import com.asta.charging.service.UsageImportService;
import com.asta.charging.service.UsageReject;
import com.asta.charging.service.UsageRejects;
import com.asta.charging.service.UsageSuspense;
import com.asta.common.service.SystemCaller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Hands usage files in and waits for what becomes of them. */
@ApplicationScoped
class UsageDesk {
  @Inject private SystemCaller system;
  @Inject private UsageImportJob job;
  @Inject private UsageImportService imports;
  @Inject private UsageSuspense suspense;

  void start(String kind, String name, byte[] content) {
    system.call(() -> job.upload(kind, name, new ByteArrayInputStream(content)));
  }

  UsageFileRow take(String kind, String name, String content) throws InterruptedException {
    return take(kind, name, content.getBytes(StandardCharsets.UTF_8));
  }

  UsageFileRow take(String kind, String name, byte[] content) throws InterruptedException {
    start(kind, name, content);
    return done(name);
  }

  UsageFileRow done(String name) throws InterruptedException {
    await(
        () -> {
          UsageFileRow file = file(name);
          return file != null && file.status() == UsageFileRow.Status.DONE;
        });
    return file(name);
  }

  UsageFileRow file(String name) {
    return system.call(() -> imports.list(0, 200)).stream()
        .filter(file -> file.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  List<UsageReject> rejected(UsageFileRow file) {
    return system.call(() -> suspense.list(UsageRejects.ofFile(file.fileId()), 0, 1000));
  }

  static void await(BooleanSupplier reached) throws InterruptedException {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!reached.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "waited in vain");
      Thread.sleep(50);
    }
  }
}
