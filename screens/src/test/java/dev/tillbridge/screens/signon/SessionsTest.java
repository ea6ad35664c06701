package dev.tillbridge.screens.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionsTest {

  private final SteppedClock clock = new SteppedClock();
  private final Sessions sessions = new Sessions(clock, new SecureRandom(), Duration.ofMinutes(30));
  private final Person ann = new Person("ann", "Ann", Role.CLERK);

  @Test
  void aSessionLastsWhileItIsUsed() {
    Session session = sessions.open(ann);

    clock.forward(Duration.ofMinutes(29));
    assertThat(sessions.use(session.id())).isPresent();
    clock.forward(Duration.ofMinutes(29));
    assertThat(sessions.use(session.id())).isPresent();
    clock.forward(Duration.ofMinutes(31));

    assertThat(sessions.use(session.id())).isEmpty();
    assertThat(sessions.count()).isZero();
  }

  @Test
  void aFloodOfVisitorsNeverSignsSomebodyOff() {
    Session anns = sessions.open(ann);

    for (int i = 0; i < 3 * Sessions.SESSIONS_MAX; i++) {
      sessions.open(null);
    }

    assertThat(sessions.count()).isEqualTo(Sessions.SESSIONS_MAX);
    assertThat(sessions.use(anns.id())).isPresent();
  }

  @Test
  void cookiesAndTokensAre256BitsAndNeverAlike() {
    Session one = sessions.open(ann);
    Session other = sessions.open(ann);

    assertThat(one.id()).hasSize(43).isNotEqualTo(other.id()).isNotEqualTo(one.csrf());
    assertThat(one.csrf()).hasSize(43).isNotEqualTo(other.csrf());
    assertThat(one.toString()).doesNotContain(one.id()).doesNotContain(one.csrf());
  }
}
