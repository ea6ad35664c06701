package dev.tillbridge.register.pricecache;

import java.io.IOException;
import org.mapdb.DataInput2;
import org.mapdb.serializer.SerializerByteArray;

/** Reads the values that MapDB's own serializer writes, and of a node only the one wanted. */
final class NodeValues extends SerializerByteArray {

  @Override
  public byte[] valueArrayBinaryGet(DataInput2 values, int count, int wanted) throws IOException {
    int written = values.unpackInt();
    if (written != count) {
      throw new IllegalStateException("a node has %d values for %d keys".formatted(written, count));
    }
    for (int i = 0; i < wanted; i++) {
      int bytes = values.unpackInt();
      values.setPos(values.getPos() + bytes);
    }
    return deserialize(values, -1);
  }
}
