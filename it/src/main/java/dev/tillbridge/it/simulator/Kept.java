package dev.tillbridge.it.simulator;

import dev.tillbridge.model.delivery.KeepPolicy;
import dev.tillbridge.model.journal.EntryHash;
import java.util.ArrayList;
import java.util.List;

/** A register's {@code journal.keep}: entries in order, without a gap. */
final class Kept {

  private final List<Entry> entries;

  Kept(List<Entry> entries) {
    this.entries = new ArrayList<>(entries);
  }

  void add(Entry entry) {
    entries.add(entry);
  }

  boolean contains(Entry entry) {
    return entries.contains(entry);
  }

  List<Entry> copy() {
    return List.copyOf(entries);
  }

  long tail() {
    return entries.isEmpty() ? 0 : entries.getLast().sequence();
  }

  EntryHash head() {
    return entries.isEmpty() ? EntryHash.NONE : entries.getLast().link.hash();
  }

  long first() {
    return entries.isEmpty() ? 1 : entries.getFirst().sequence();
  }

  Entry at(long sequence) {
    return entries.get((int) (sequence - first()));
  }

  EntryHash hashOf(long sequence) {
    return at(sequence).link.hash();
  }

  /** What the policy wants to know. */
  KeepPolicy.Kept state(long agedSince) {
    long aged = 0;
    long checkpoint = 0;
    for (Entry entry : entries) {
      if (entry.writtenAt <= agedSince) {
        aged = entry.sequence();
      }
      if (entry.checkpoint) {
        checkpoint = entry.sequence();
      }
    }
    return new KeepPolicy.Kept(first(), tail(), aged, checkpoint);
  }

  /** Takes out everything up to there. */
  List<Entry> letGo(long through) {
    List<Entry> leaving = entries.subList(0, (int) (through - first() + 1));
    List<Entry> left = List.copyOf(leaving);
    leaving.clear();
    return left;
  }
}
