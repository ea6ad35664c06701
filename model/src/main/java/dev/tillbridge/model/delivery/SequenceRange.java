package dev.tillbridge.model.delivery;

/** Numbers of entries, both ends included. */
public record SequenceRange(long from, long to) {

  public SequenceRange {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("A range runs upwards from 1; got " + from + " to " + to);
    }
  }

  public long count() {
    return to - from + 1;
  }

  public boolean contains(long sequence) {
    return from <= sequence && sequence <= to;
  }

  @Override
  public String toString() {
    return from == to ? Long.toString(from) : from + " to " + to;
  }
}
