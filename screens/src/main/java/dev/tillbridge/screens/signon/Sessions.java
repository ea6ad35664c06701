package dev.tillbridge.screens.signon;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one web server, in memory: a restart ends them all. Thread-safe.
 *
 * <p>At most {@link #SESSIONS_MAX} are kept. At the limit the one unused for longest goes, those of
 * nobody before those of somebody.
 */
public final class Sessions {

  static final int SESSIONS_MAX = 1_000;

  private final Clock clock;
  private final SecureRandom random;
  private final Duration idleMax;
  private final Map<String, Session> byId = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param idleMax a session unused for longer has ended
   */
  public Sessions(Clock clock, SecureRandom random, Duration idleMax) {
    this.clock = clock;
    this.random = random;
    this.idleMax = idleMax;
  }

  /** The session with this cookie, used now; empty when it never was or has ended. */
  synchronized Optional<Session> use(@Nullable String id) {
    Session session = id == null ? null : byId.get(id);
    if (session == null) {
      return Optional.empty();
    }
    if (session.lastSeen().plus(idleMax).isBefore(clock.instant())) {
      byId.remove(session.id());
      return Optional.empty();
    }
    Session used = session.seen(clock.instant());
    byId.put(used.id(), used);
    return Optional.of(used);
  }

  /** A new session, with a cookie and a CSRF token never used before. */
  synchronized Session open(@Nullable Person person) {
    while (byId.size() >= SESSIONS_MAX) {
      byId.remove(leastMissed().id());
    }
    Session session = new Session(token(), token(), person, clock.instant());
    byId.put(session.id(), session);
    return session;
  }

  /** Leaves the session to nobody; cookie and token stay. */
  synchronized Session signOff(Session session) {
    Session nobodys = new Session(session.id(), session.csrf(), null, clock.instant());
    byId.replace(nobodys.id(), nobodys);
    return nobodys;
  }

  synchronized void end(Session session) {
    byId.remove(session.id());
  }

  synchronized int count() {
    return byId.size();
  }

  private Session leastMissed() {
    return byId.values().stream()
        .filter(session -> session.person() == null)
        .findFirst()
        .orElseGet(() -> byId.values().iterator().next());
  }

  private String token() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
