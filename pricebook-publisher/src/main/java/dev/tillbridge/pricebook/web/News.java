package dev.tillbridge.pricebook.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page after a step says came of it, once, for each session. Thread-safe. */
final class News {

  private static final int SESSIONS_MAX = 1_000;

  private final Map<String, List<String>> bySession =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
          return size() > SESSIONS_MAX;
        }
      };

  synchronized void put(String session, List<String> sentences) {
    bySession.put(session, List.copyOf(sentences));
  }

  synchronized List<String> take(String session) {
    List<String> sentences = bySession.remove(session);
    return sentences == null ? List.of() : sentences;
  }
}
