package dev.tillbridge.register.statecache;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.register.projection.LaneState;
import dev.tillbridge.register.projection.StateCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mapdb.DB;
import org.mapdb.DBMaker;
import org.mapdb.HTreeMap;
import org.mapdb.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Saves the newest state every now and then on its own thread, and the last one at close. MapDB has
 * no checksum over values, so the state lies there with its SHA-256.
 */
public final class MapDbStateCache implements StateCache, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MapDbStateCache.class);
  private static final String FILE = "lane-state.mapdb";
  private static final String STATE = "state";
  private static final String SHA_256 = "sha256";
  private static final int CLOSE_SECONDS_MAX = 5;

  private final Path folder;
  private final ScheduledExecutorService saver;
  private final AtomicReference<@Nullable LaneState> unsaved = new AtomicReference<>();

  /**
   * Keeps the state in this folder.
   *
   * @param saveEvery how often a changed state is saved
   * @throws IOException when the folder cannot be made
   */
  public MapDbStateCache(Path folder, Duration saveEvery) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.saver =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("lane-state").daemon().factory());
    saver.scheduleWithFixedDelay(
        this::saveNewest, saveEvery.toMillis(), saveEvery.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public synchronized Optional<LaneState> load() {
    if (!Files.exists(folder.resolve(FILE))) {
      return Optional.empty();
    }
    try (DB db = open()) {
      HTreeMap<String, byte[]> map = map(db);
      byte[] bytes = map.get(STATE);
      byte[] hash = map.get(SHA_256);
      if (bytes == null || hash == null) {
        return Optional.empty();
      }
      if (!EntryHash.of(bytes).hex().equals(new String(hash, StandardCharsets.US_ASCII))) {
        throw new IllegalStateException("Its SHA-256 is not the one it was saved with.");
      }
      return Optional.of(Wire.JSON.readValue(bytes, LaneState.class));
    } catch (RuntimeException | LinkageError | AssertionError e) {
      discard(String.valueOf(e));
      return Optional.empty();
    }
  }

  @Override
  public void keep(LaneState state) {
    unsaved.set(state);
  }

  @Override
  public synchronized void discard(String reason) {
    log.warn(
        "The cached lane state in {} is left out and the journal is read instead: {}",
        folder,
        reason);
    deleteFiles();
  }

  private void saveNewest() {
    LaneState state = unsaved.getAndSet(null);
    if (state == null) {
      return;
    }
    try {
      save(state);
    } catch (RuntimeException | AssertionError e) {
      log.warn("The lane state could not be cached; the next start reads the journal. {}", e, e);
      deleteFiles();
    }
  }

  private synchronized void save(LaneState state) {
    byte[] bytes = Wire.JSON.writeValueAsBytes(state);
    try (DB db = open()) {
      HTreeMap<String, byte[]> map = map(db);
      map.put(STATE, bytes);
      map.put(SHA_256, EntryHash.of(bytes).hex().getBytes(StandardCharsets.US_ASCII));
      db.commit();
    }
  }

  private DB open() {
    return DBMaker.fileDB(folder.resolve(FILE).toFile()).transactionEnable().make();
  }

  private static HTreeMap<String, byte[]> map(DB db) {
    return db.hashMap("lane", Serializer.STRING, Serializer.BYTE_ARRAY).createOrOpen();
  }

  private synchronized void deleteFiles() {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> ours =
          files.filter(file -> file.getFileName().toString().startsWith(FILE)).toList();
      for (Path file : ours) {
        Files.delete(file);
      }
    } catch (IOException e) {
      log.warn(
          "Files of the cached lane state in {} cannot be deleted: {}", folder, e.getMessage());
    }
  }

  /** Saves the newest state. */
  @Override
  public void close() {
    saver.shutdown();
    try {
      if (!saver.awaitTermination(CLOSE_SECONDS_MAX, TimeUnit.SECONDS)) {
        saver.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    saveNewest();
  }
}
