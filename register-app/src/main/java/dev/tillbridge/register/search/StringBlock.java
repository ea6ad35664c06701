package dev.tillbridge.register.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/** Many short strings in one block of bytes. Immutable. */
final class StringBlock {

  private final byte[] text;
  private final int[] starts;

  private StringBlock(byte[] text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  static StringBlock of(Collection<String> strings) {
    int[] starts = new int[strings.size() + 1];
    byte[] text = new byte[Math.max(16, strings.size() * 8)];
    int index = 0;
    int length = 0;
    for (String string : strings) {
      byte[] bytes = string.getBytes(StandardCharsets.UTF_8);
      if (length + bytes.length > text.length) {
        text = Arrays.copyOf(text, Math.max(text.length * 2, length + bytes.length));
      }
      System.arraycopy(bytes, 0, text, length, bytes.length);
      length += bytes.length;
      starts[++index] = length;
    }
    return new StringBlock(Arrays.copyOf(text, length), starts);
  }

  int size() {
    return starts.length - 1;
  }

  String get(int index) {
    return new String(
        text, starts[index], starts[index + 1] - starts[index], StandardCharsets.UTF_8);
  }

  /** In sorted strings, the first that is not before the prefix. */
  int from(String prefix) {
    return search(prefix.getBytes(StandardCharsets.UTF_8), false);
  }

  /** In sorted strings, the first that comes after all that begin with the prefix. */
  int after(String prefix) {
    return search(prefix.getBytes(StandardCharsets.UTF_8), true);
  }

  private int search(byte[] prefix, boolean past) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = order(middle, prefix);
      if (order < 0 || past && order == 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Zero when the string begins with the prefix. */
  private int order(int index, byte[] prefix) {
    int end = Math.min(starts[index + 1], starts[index] + prefix.length);
    int order = Arrays.compareUnsigned(text, starts[index], end, prefix, 0, end - starts[index]);
    return order != 0 ? order : Integer.compare(end - starts[index], prefix.length);
  }

  long bytes() {
    return text.length + Integer.BYTES * (long) starts.length;
  }
}
