package dev.tillbridge.register.pricecache;

import java.io.IOException;
import java.util.Comparator;
import org.mapdb.DataInput2;
import org.mapdb.serializer.SerializerString;

/**
 * Reads the keys that MapDB's own serializer writes, and of a node only those a search needs; its
 * own makes all of a node's keys at each step of a binary search.
 */
final class NodeKeys extends SerializerString {

  @Override
  public String valueArrayBinaryGet(DataInput2 keys, int count, int wanted) throws IOException {
    for (int i = 0; i < wanted; i++) {
      int characters = keys.unpackInt();
      skip(keys, characters);
    }
    return deserialize(keys, -1);
  }

  /** The place of the key, or {@code -(place where it would be) - 1}; in its natural order. */
  @Override
  @SuppressWarnings("rawtypes") // as MapDB declares it
  public int valueArrayBinarySearch(String key, DataInput2 keys, int count, Comparator order)
      throws IOException {
    for (int i = 0; i < count; i++) {
      int compared = compareNext(keys, key);
      if (compared >= 0) {
        return compared == 0 ? i : -(i + 1);
      }
    }
    return -(count + 1);
  }

  /** Moves behind the next key; as {@code next.compareTo(key)}. */
  private static int compareNext(DataInput2 keys, String key) throws IOException {
    int length = keys.unpackInt();
    int common = Math.min(length, key.length());
    for (int i = 0; i < common; i++) {
      int difference = keys.unpackInt() - key.charAt(i);
      if (difference != 0) {
        skip(keys, length - i - 1);
        return difference;
      }
    }
    skip(keys, length - common);
    return length - key.length();
  }

  private static void skip(DataInput2 keys, int characters) throws IOException {
    keys.unpackLongSkip(characters);
  }
}
