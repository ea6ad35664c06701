package dev.tillbridge.register.pricecache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mapdb.Serializer;
import org.mapdb.SortedTableMap;
import org.mapdb.volume.FileChannelVol;
import org.mapdb.volume.MappedFileVol;
import org.mapdb.volume.Volume;

/** Files that MapDB's own serializers wrote, read by ours and by MapDB's. */
final class NodeKeysTest {

  private static final long SEED = 20_261_127;
  private static final List<Integer> NODE_SIZES = List.of(1, 2, 7, 16);
  private static final int KEYS = 700;
  private static final int LENGTH_MAX = 5;

  /** Of one, two and three bytes when packed; few, so that many keys begin alike. */
  private static final String LETTERS = "az:0\u007f\u0080\u00e9\u4e2d\uffff";

  @TempDir Path dir;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

  @Test
  void everyKeyFindsTheValueThatMapDbFindsAndNoOtherDoes() {
    for (int nodeSize : NODE_SIZES) {
      SortedMap<String, byte[]> values = values();
      Path file = write(values, nodeSize);

      try (Table ours = Table.ours(file);
          Table mapDbs = Table.mapDbs(file)) {
        for (int i = 0; i < KEYS * 4; i++) {
          String key = key();
          assertThat(ours.map().get(key))
              .as("seed %d, node size %d, key %s", SEED, nodeSize, key)
              .isEqualTo(values.get(key))
              .isEqualTo(mapDbs.map().get(key));
        }
        values.forEach((key, value) -> assertThat(ours.map().get(key)).isEqualTo(value));
        assertThat(List.copyOf(ours.map().keySet())).isEqualTo(List.copyOf(values.keySet()));
      }
    }
  }

  private SortedMap<String, byte[]> values() {
    SortedMap<String, byte[]> values = new TreeMap<>();
    for (int i = 0; i < KEYS; i++) {
      String key = key();
      String value = key.repeat(random.nextInt(60));
      values.put(key, value.getBytes(StandardCharsets.UTF_8));
    }
    return values;
  }

  private String key() {
    StringBuilder key = new StringBuilder();
    int length = random.nextInt(LENGTH_MAX + 1);
    for (int i = 0; i < length; i++) {
      key.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return key.toString();
  }

  private Path write(SortedMap<String, byte[]> values, int nodeSize) {
    Path file = dir.resolve("nodes-of-" + nodeSize);
    Volume volume = FileChannelVol.FACTORY.makeVolume(file.toString(), false);
    try {
      SortedTableMap.Sink<String, byte[]> sink =
          SortedTableMap.create(volume, Serializer.STRING, Serializer.BYTE_ARRAY)
              .nodeSize(nodeSize)
              .createFromSink();
      values.forEach(sink::put);
      sink.create();
    } finally {
      volume.close();
    }
    return file;
  }

  private record Table(SortedTableMap<String, byte[]> map) implements AutoCloseable {

    static Table ours(Path file) {
      return new Table(SortedTableMap.open(mapped(file), new NodeKeys(), new NodeValues()));
    }

    static Table mapDbs(Path file) {
      return new Table(SortedTableMap.open(mapped(file), Serializer.STRING, Serializer.BYTE_ARRAY));
    }

    private static Volume mapped(Path file) {
      return MappedFileVol.FACTORY.makeVolume(file.toString(), true);
    }

    @Override
    public void close() {
      map.close();
    }
  }
}
