package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.RegisterStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A register with all its lives.
 *
 * @param newest the life it lives now
 * @param older before that one, newest first
 */
public record RegisterLives(Life newest, List<Life> older) {

  /** One life with what is true of it. */
  public record Life(RegisterStream stream, List<Statement> said) {}

  public String lane() {
    return newest.stream().lane();
  }

  /** How many older lives nobody has closed. */
  public long olderOpen() {
    return older.stream().filter(life -> life.stream().closing() == null).count();
  }

  /**
   * Gathers the lives of each register.
   *
   * @param streams in the order of lanes, newest life first
   */
  static List<RegisterLives> of(List<RegisterStream> streams, Words words, Instant now) {
    StreamWords speech = new StreamWords(words, now);
    Map<String, Instant> silentStores = silentStores(streams, now);
    List<RegisterLives> registers = new ArrayList<>();
    int at = 0;
    while (at < streams.size()) {
      RegisterStream newest = streams.get(at);
      Instant silent = silentStores.get(store(newest));
      Life life = new Life(newest, speech.of(newest, silent, false));
      List<Life> older = new ArrayList<>();
      for (at++; at < streams.size() && streams.get(at).lane().equals(newest.lane()); at++) {
        older.add(new Life(streams.get(at), speech.of(streams.get(at), silent, true)));
      }
      registers.add(new RegisterLives(life, List.copyOf(older)));
    }
    return registers;
  }

  /**
   * Stores with two or more registers of which none has been heard lately, and when the last of
   * them was.
   */
  private static Map<String, Instant> silentStores(List<RegisterStream> streams, Instant now) {
    Set<String> lanes = new HashSet<>();
    Set<String> several = new HashSet<>();
    Map<String, Instant> heard = new HashMap<>();
    for (RegisterStream stream : streams) {
      if (stream.closing() == null && lanes.add(stream.lane())) {
        String store = store(stream);
        if (heard.containsKey(store)) {
          several.add(store);
        }
        heard.merge(store, stream.heard(), (one, other) -> one.isAfter(other) ? one : other);
      }
    }
    heard.keySet().retainAll(several);
    heard.values().removeIf(last -> !StreamWords.isSilence(last, now));
    return heard;
  }

  private static String store(RegisterStream stream) {
    return stream.lane().substring(0, Math.max(0, stream.lane().indexOf('-')));
  }
}
