package dev.tillbridge.hq.ingest;

import dev.tillbridge.broker.seal.PublicKeyText;
import dev.tillbridge.model.delivery.StreamId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets in what known registers signed with the key they are known by; the rest goes to suspense.
 * Thread-safe.
 */
final class Gate {

  private static final int KEYS_REMEMBERED_MAX = 20_000;

  private final Admission admission;

  /** Keys seen committed as enrolled; such a row never changes again. */
  private final Map<StreamId, PublicKeyText> enrolled = new ConcurrentHashMap<>();

  Gate(Admission admission) {
    this.admission = admission;
  }

  boolean knows(StreamId stream) {
    return admission.known().test(stream.lane());
  }

  List<Arrival> admit(Connection connection, List<Arrival> arrivals, Instant now)
      throws SQLException {
    Map<StreamId, PublicKeyText> keys = keysOf(connection, arrivals, now);
    return arrivals.stream()
        .map(arrival -> arrival instanceof Arrival.Sealed message ? judged(message, keys) : arrival)
        .toList();
  }

  private Map<StreamId, PublicKeyText> keysOf(
      Connection connection, List<Arrival> arrivals, Instant now) throws SQLException {
    // Sorted, so that two consumers meet in the index in the same order.
    Map<StreamId, PublicKeyText> keys = new TreeMap<>();
    Map<StreamId, PublicKeyText> unseen = new TreeMap<>();
    for (Arrival arrival : arrivals) {
      if (arrival instanceof Arrival.Sealed message && knows(message.stream())) {
        PublicKeyText known = enrolled.get(message.stream());
        if (known == null) {
          unseen.putIfAbsent(message.stream(), message.key());
        } else {
          keys.put(message.stream(), known);
        }
      }
    }
    Map<StreamId, PublicKeyText> committed = KeyTable.enrolled(connection, unseen.keySet());
    committed.forEach(this::remember);
    keys.putAll(committed);
    unseen.keySet().removeAll(committed.keySet());
    if (!unseen.isEmpty()) {
      keys.putAll(firstSeen(connection, unseen, now));
    }
    return keys;
  }

  private Map<StreamId, PublicKeyText> firstSeen(
      Connection connection, Map<StreamId, PublicKeyText> unseen, Instant now) throws SQLException {
    for (var stream : unseen.entrySet()) {
      switch (admission.enrolment()) {
        case AUTOMATIC -> KeyTable.enrol(connection, stream.getKey(), stream.getValue(), now);
        case APPROVE -> KeyTable.await(connection, stream.getKey(), stream.getValue(), now);
      }
    }
    return KeyTable.enrolled(connection, unseen.keySet());
  }

  private void remember(StreamId stream, PublicKeyText key) {
    if (enrolled.size() < KEYS_REMEMBERED_MAX) {
      enrolled.put(stream, key);
    }
  }

  private Arrival judged(Arrival.Sealed message, Map<StreamId, PublicKeyText> keys) {
    StreamId stream = message.stream();
    if (!knows(stream)) {
      return turnedAway(
          message,
          SuspenseKind.UNKNOWN_REGISTER,
          "HQ's configuration names neither the register %s nor its store."
              .formatted(stream.lane()));
    }
    PublicKeyText key = keys.get(stream);
    if (key == null) {
      return turnedAway(
          message,
          SuspenseKind.KEY_NOT_ENROLLED,
          "Nobody has approved the key %s of %s yet."
              .formatted(message.key().fingerprint(), stream));
    }
    if (!key.equals(message.key())) {
      return turnedAway(
          message,
          SuspenseKind.BAD_SIGNATURE,
          "It is signed with the key %s; that of %s is %s."
              .formatted(message.key().fingerprint(), stream, key.fingerprint()));
    }
    return message;
  }

  private static Arrival turnedAway(Arrival.Sealed message, SuspenseKind kind, String reason) {
    return switch (message) {
      case Arrival.Numbered entry ->
          new Arrival.Unusable(kind, reason, entry.id(), entry.key(), entry.hash(), entry.bytes());
      case Arrival.Heard heard -> new Arrival.Ignored(reason);
    };
  }
}
