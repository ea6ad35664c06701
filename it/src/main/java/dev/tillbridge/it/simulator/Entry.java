package dev.tillbridge.it.simulator;

import dev.tillbridge.model.delivery.Link;
import dev.tillbridge.model.journal.EntryHash;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A journal entry, with what only the simulator knows of it. */
final class Entry {

  final Life life;
  final Link link;
  final long writtenAt;
  final boolean checkpoint;

  /** Append returned: the customer has the receipt. */
  boolean receipt;

  /** HQ's database has held it at some moment. */
  boolean posted;

  /** It has left its register by the rules. */
  boolean letGo;

  /** The store server has stored it at some moment. */
  boolean reachedStore;

  /** The disk of a neighbour that has stored it, null when none has. */
  @Nullable Object neighbourDisk;

  int resent;

  private Entry(Life life, Link link, long writtenAt, boolean checkpoint) {
    this.life = life;
    this.link = link;
    this.writtenAt = writtenAt;
    this.checkpoint = checkpoint;
  }

  /** Written after the tail; the content differs from whatever had this number before. */
  static Entry after(
      long tail, EntryHash head, Life life, long now, long salt, boolean checkpoint) {
    byte[] bytes =
        ByteBuffer.allocate(96)
            .putLong(life.stream.epoch())
            .putLong(tail + 1)
            .putLong(salt)
            .putLong(life.register)
            .put(head.hex().getBytes(StandardCharsets.ISO_8859_1))
            .array();
    return new Entry(life, new Link(tail + 1, head, EntryHash.of(bytes)), now, checkpoint);
  }

  long sequence() {
    return link.sequence();
  }

  @Override
  public String toString() {
    return life.stream + "-" + sequence() + "#" + link.hash().hex().substring(0, 6);
  }
}
