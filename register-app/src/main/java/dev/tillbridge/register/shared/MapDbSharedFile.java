package dev.tillbridge.register.shared;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.shared.SharedRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mapdb.DB;
import org.mapdb.DBMaker;
import org.mapdb.HTreeMap;
import org.mapdb.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps it in MapDB, each reading in one transaction with its cursor. MapDB has no checksum over
 * values, so each has its own, and their number is kept too; when anything does not fit, the file
 * is deleted and everything is read anew.
 */
public final class MapDbSharedFile implements SharedFile {

  private static final Logger log = LoggerFactory.getLogger(MapDbSharedFile.class);
  private static final String FILE = "shared-records.mapdb";
  private static final String HEAD = "head";
  private static final int HASH_CHARS = 64;

  private final Path folder;

  /** What is kept in the place of the cursor: all that must fit together. */
  private record Head(long cursor, int records, @Nullable Instant asOf) {}

  private record Line(long version, SharedRecord record) {}

  /**
   * Keeps it in this folder.
   *
   * @throws IOException when the folder cannot be made
   */
  public MapDbSharedFile(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  @Override
  public synchronized Kept load() {
    if (!Files.exists(folder.resolve(FILE))) {
      return Kept.NOTHING;
    }
    try (DB db = open()) {
      HTreeMap<String, byte[]> map = map(db);
      byte[] head = map.get(HEAD);
      if (head == null) {
        return Kept.NOTHING;
      }
      Head told = Wire.JSON.readValue(checked(HEAD, head), Head.class);
      List<Versioned> records = new ArrayList<>();
      for (Map.Entry<String, byte[]> each : map.getEntries()) {
        if (!each.getKey().equals(HEAD)) {
          Line line = Wire.JSON.readValue(checked(each.getKey(), each.getValue()), Line.class);
          records.add(new Versioned(line.version(), line.record()));
        }
      }
      if (records.size() != told.records()) {
        throw new IllegalStateException(
            "It has %d records instead of %d.".formatted(records.size(), told.records()));
      }
      return new Kept(records, told.cursor(), told.asOf());
    } catch (RuntimeException | LinkageError | AssertionError e) {
      log.warn(
          "What HQ told of other registers, kept in {}, is damaged and is read anew: {}",
          folder,
          String.valueOf(e));
      deleteFiles();
      return Kept.NOTHING;
    }
  }

  @Override
  public synchronized void save(
      Collection<Versioned> changed, Collection<String> gone, long cursor, Instant asOf) {
    try (DB db = open()) {
      HTreeMap<String, byte[]> map = map(db);
      changed.forEach(each ->
          put(
              map,
              each.key(),
              Wire.JSON.writeValueAsBytes(new Line(each.version(), each.record()))));
      gone.forEach(map::remove);
      int records = map.getSize() - (map.containsKey(HEAD) ? 1 : 0);
      put(map, HEAD, Wire.JSON.writeValueAsBytes(new Head(cursor, records, asOf)));
      db.commit();
    } catch (RuntimeException | LinkageError | AssertionError e) {
      log.warn(
          "What HQ told of other registers could not be kept; it is read again after a restart. {}",
          String.valueOf(e));
      deleteFiles();
    }
  }

  /** The value with the hash over its key and itself in front. */
  private static void put(HTreeMap<String, byte[]> map, String key, byte[] json) {
    String text = new String(json, StandardCharsets.UTF_8);
    map.put(key, (hash(key, text) + text).getBytes(StandardCharsets.UTF_8));
  }

  private static String checked(String key, byte[] value) {
    String whole = new String(value, StandardCharsets.UTF_8);
    String text = whole.length() < HASH_CHARS ? "" : whole.substring(HASH_CHARS);
    if (!whole.startsWith(hash(key, text)) || text.isEmpty()) {
      throw new IllegalStateException("Its SHA-256 of \"" + key + "\" does not fit.");
    }
    return text;
  }

  private static String hash(String key, String text) {
    return EntryHash.of((key + "\n" + text).getBytes(StandardCharsets.UTF_8)).hex();
  }

  private DB open() {
    return DBMaker.fileDB(folder.resolve(FILE).toFile()).transactionEnable().make();
  }

  private static HTreeMap<String, byte[]> map(DB db) {
    return db.hashMap("shared", Serializer.STRING, Serializer.BYTE_ARRAY).createOrOpen();
  }

  private void deleteFiles() {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(each -> each.getFileName().toString().startsWith(FILE)).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      log.warn("Files in {} cannot be deleted: {}", folder, e.getMessage());
    }
  }
}
