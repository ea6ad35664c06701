package dev.tillbridge.broker.verify;

import dev.tillbridge.broker.seal.PublicKeyText;
import dev.tillbridge.broker.verify.ChainBreak.Kind;
import dev.tillbridge.model.journal.EntryHash;
import org.jspecify.annotations.Nullable;

/** One stream's entries, one after another; remembers the first break. */
final class StreamCheck {

  private final String stream;
  private long entries;
  private long first;
  private long last;
  private @Nullable PublicKeyText key;
  private EntryHash head = EntryHash.NONE;
  private @Nullable ChainBreak firstBreak;

  StreamCheck(String stream) {
    this.stream = stream;
  }

  void add(Inspection next) {
    ChainBreak known = firstBreak;
    if (known == null) {
      firstBreak = breakAt(next);
    } else if (known.expected() == null && known.found() != null && follows(next, known)) {
      // What was there before somebody changed it: the next entry still carries its hash.
      firstBreak = next.previous() == null ? known : known.withExpected(next.previous());
    }
    entries++;
    if (key == null) {
      key = next.key();
    }
    if (next.sequence() > 0 && (first == 0 || next.sequence() < first)) {
      first = next.sequence();
    }
    if (next.sequence() >= last) {
      last = next.sequence();
      head = next.hash();
    }
  }

  private static boolean follows(Inspection next, ChainBreak known) {
    return next.genuine() && next.sequence() == known.sequence() + 1;
  }

  private @Nullable ChainBreak breakAt(Inspection next) {
    EntryHash previous = next.previous();
    if (entries > 0 && next.sequence() > last + 1) {
      return gap(next);
    }
    if (next.key() != null && !next.genuine()) {
      return found(next, Kind.NOT_GENUINE, "was changed: its seal was not made over these bytes");
    }
    if (previous == null) {
      return found(next, Kind.UNREADABLE, "cannot be read: " + next.problem());
    }
    if (next.isMislabelled()) {
      return found(next, Kind.MISLABELLED, "lies here, but says it is " + next.own());
    }
    if (entries > 0 && next.sequence() <= last) {
      return found(next, Kind.OUT_OF_ORDER, "comes again or too late: " + last + " came before it");
    }
    if (key != null && !key.equals(next.key())) {
      return found(next, Kind.OTHER_KEY, otherKey(next));
    }
    EntryHash before = entries > 0 || next.sequence() == 1 ? head : previous;
    if (!previous.equals(before)) {
      return new ChainBreak(
          next.sequence(),
          Kind.BROKEN_CHAIN,
          at(next) + " does not carry the hash of the entry before it",
          before,
          previous);
    }
    EntryHash said = next.specimen().hash();
    return said == null || said.equals(next.hash())
        ? null
        : new ChainBreak(
            next.sequence(),
            Kind.WRONG_HASH,
            at(next) + " has another hash than the one written beside it",
            said,
            next.hash());
  }

  private ChainBreak gap(Inspection next) {
    long to = next.sequence() - 1;
    String lacking =
        last + 1 == to ? "entry " + to + " is" : "entries " + (last + 1) + " to " + to + " are";
    return new ChainBreak(
        last + 1,
        Kind.GAP,
        lacking + " not there: after " + last + " comes " + at(next),
        last + 1 == to ? next.previous() : null,
        null);
  }

  private String otherKey(Inspection next) {
    return "is sealed with the key %s, those before it with %s"
        .formatted(
            next.key() == null ? "(none)" : next.key().fingerprint(),
            key == null ? "(none)" : key.fingerprint());
  }

  private static ChainBreak found(Inspection next, Kind kind, String what) {
    return new ChainBreak(next.sequence(), kind, at(next) + " " + what, null, next.hash());
  }

  private static String at(Inspection next) {
    return next.sequence() == 0
        ? "what lies at " + next.specimen().place()
        : next.sequence() + " (" + next.specimen().place() + ")";
  }

  StreamVerdict verdict() {
    return new StreamVerdict(stream, entries, first, last, key, head, firstBreak);
  }
}
