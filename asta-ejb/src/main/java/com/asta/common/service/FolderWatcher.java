package com.asta.common.service;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Takes files dropped into {@code inbox/<kind>/}: once a file no longer grows it is accepted, its
 * import starts, and it moves to {@code done/}; what is refused moves to {@code refused/} with an
 * entry in the suspense list that says why.
 */
@Singleton
@PermitAll
@RunAs(Roles.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FolderWatcher {
  private static final Logger LOG = Logger.getLogger(FolderWatcher.class.getName());

  private record Seen(long sizeBytes, long modifiedMillis) {}

  @Inject @Any private Instance<ImportKind> kinds;
  @Inject @Any private Instance<ImportKinds> more;
  @Inject private ImportFiles files;
  @Inject private Suspense suspense;

  private Map<Path, Seen> seenBefore = Map.of();
  private boolean tookUp;

  /** Looks into every kind's folder. */
  @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
  public void look() {
    Map<Path, Seen> seenNow = new HashMap<>();
    for (ImportKind kind : all()) {
      try {
        if (!tookUp) {
          takeUp(kind);
        }
        for (Path file : waiting(DataDirectory.inbox(kind.kind()))) {
          Seen seen = new Seen(Files.size(file), Files.getLastModifiedTime(file).toMillis());
          if (seen.equals(seenBefore.get(file))) {
            take(kind, file);
          } else {
            seenNow.put(file, seen);
          }
        }
      } catch (IOException | RuntimeException e) {
        LOG.log(Level.WARNING, "Inbox of " + kind.kind(), e);
      }
    }
    tookUp = true;
    seenBefore = seenNow;
  }

  private List<ImportKind> all() {
    List<ImportKind> all = new ArrayList<>();
    kinds.forEach(all::add);
    for (ImportKinds each : more) {
      try {
        all.addAll(each.kinds());
      } catch (RuntimeException e) {
        LOG.log(Level.FINE, "The database is not ready", e);
      }
    }
    return all;
  }

  private static List<Path> waiting(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isRegularFile).filter(FolderWatcher::isWhole).sorted().toList();
    }
  }

  private static boolean isWhole(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && !name.endsWith(".part") && !name.endsWith(".tmp");
  }

  private void take(ImportKind kind, Path file) throws IOException {
    String name = file.getFileName().toString();
    try {
      ImportFile accepted;
      try (InputStream content = Files.newInputStream(file)) {
        accepted = files.acceptWaiting(kind.kind(), name, content);
      }
      move(file, "done");
      begin(kind, accepted);
    } catch (CommonRefused refused) {
      move(file, "refused");
      suspense.add(
          "common",
          name,
          null,
          refused.reason().name(),
          String.join(", ", refused.arguments().stream().map(String::valueOf).toList()),
          null);
    }
  }

  /** Begins what was accepted but not begun when the server died, once after each start. */
  private void takeUp(ImportKind kind) {
    for (ImportFile file : files.waiting(kind.kind())) {
      LOG.info(() -> "Begins the import of " + file.name() + ", accepted before a crash");
      begin(kind, file);
    }
  }

  private void begin(ImportKind kind, ImportFile file) {
    kind.start(file.id());
    files.started(file.id());
  }

  private static void move(Path file, String folder) throws IOException {
    Path target = Files.createDirectories(file.resolveSibling(folder));
    Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }
}
