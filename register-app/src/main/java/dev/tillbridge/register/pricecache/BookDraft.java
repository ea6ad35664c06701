package dev.tillbridge.register.pricecache;

import dev.tillbridge.model.pricebook.Manifest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.mapdb.Serializer;
import org.mapdb.SortedTableMap;
import org.mapdb.volume.FileChannelVol;
import org.mapdb.volume.Volume;

/**
 * A verified book before it is a file.
 *
 * @param values in ascending key order; read once
 */
record BookDraft(
    Manifest manifest, Iterable<Map.Entry<String, byte[]>> values, Inspection.Sound inspected) {

  private static final int KEYS_PER_NODE = 16;

  /**
   * Writes all keys and values, not yet forced to disk.
   *
   * @return the number of keys
   */
  long writeTo(Path file) {
    // not mapped for writing: a full disk is an exception here and would kill the process there
    Volume volume = FileChannelVol.FACTORY.makeVolume(file.toString(), false);
    try {
      SortedTableMap.Sink<String, byte[]> sink =
          SortedTableMap.create(volume, Serializer.STRING, Serializer.BYTE_ARRAY)
              .nodeSize(KEYS_PER_NODE)
              .createFromSink();
      // "barcode:" comes before the topic's "item:" and "tax:", so the file is in order, too
      inspected
          .barcodes()
          .forEach((barcode, code) ->
              sink.put(BookKeys.barcode(barcode), code.getBytes(StandardCharsets.UTF_8)));
      for (Map.Entry<String, byte[]> entry : values) {
        sink.put(entry.getKey(), entry.getValue());
      }
      return sink.create().sizeLong();
    } finally {
      volume.close();
    }
  }

  Seal seal(long generation, String sha256, long bytes, long entries) {
    return new Seal(generation, sha256, bytes, entries, inspected.items(), manifest);
  }
}
