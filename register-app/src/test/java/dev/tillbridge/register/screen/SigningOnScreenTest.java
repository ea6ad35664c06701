package dev.tillbridge.register.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sees what before signing on and after signing off. */
class SigningOnScreenTest extends AtTheCounter {

  @Test
  void signingOffOnOneScreenSignsOffOnAll() {
    try (Till second = new Till(counter.screen.url())) {
      second.json("/sign-on", "operator", "ann", "pin", "1111");
      assertThat(second.get("/").status()).isEqualTo(200);

      till.json("/sign-off");

      assertThat(second.get("/", "Accept", "text/html").status()).isEqualTo(303);
      assertThat(second.json("/lane/scan", "code", "85123A").status()).isEqualTo(401);
    }
  }

  @Test
  void aPageLeftOpenLearnsNothingAfterSigningOff() {
    try (Till second = new Till(counter.screen.url())) {
      second.json("/sign-on", "operator", "ann", "pin", "1111");
      List<String> live = second.live();
      await().until(() -> live.contains("event: lane"));
      int told = live.size();

      till.json("/sign-off");
      till.json("/sign-on", "operator", "bo", "pin", "2222");
      till.json("/lane/scan", "code", "85123A");

      assertThat(second.get("/lane/events", "Accept", "text/event-stream").status())
          .isNotEqualTo(200);
      assertThat(live.subList(told, live.size())).doesNotContain("event: lane");
      assertThat(second.get("/lane/parts").status()).isNotEqualTo(200);
    }
  }

  @Test
  void withoutSigningOnOnlyTheStateIsShown() {
    try (Till stranger = new Till(counter.screen.url())) {
      assertThat(stranger.get("/lane.json").status()).isEqualTo(200);
      assertThat(stranger.get("/metrics").status()).isEqualTo(200);
      assertThat(stranger.get("/health").status()).isEqualTo(200);
      assertThat(stranger.get("/", "Accept", "text/html").header("Location")).endsWith("/sign-on");
      assertThat(stranger.get("/journal.json", "Accept", "application/json").status())
          .isEqualTo(401);
      assertThat(stranger.get("/panel/x-reading", "Accept", "text/html").status()).isEqualTo(303);
      assertThat(stranger.json("/lane/scan", "code", "85123A").status()).isEqualTo(401);
    }
    assertThat(till.lane().at("/ticket/lines").size()).isZero();
  }

  @Test
  void aStrangerSeesNeitherClerkNorTicketNorDrawer() {
    till.json("/lane/scan", "code", "85123A");
    try (Till stranger = new Till(counter.screen.url())) {
      assertThat(stranger.lane().at("/operator").isNull()).isTrue();
      assertThat(stranger.lane().at("/drawer").isNull()).isTrue();
      assertThat(stranger.lane().at("/ticket/lines").size()).isZero();
    }
    assertThat(till.lane().at("/ticket/lines").size()).isEqualTo(1);
  }

  @Test
  void aWrongPinIsRefusedOnThePage() {
    try (Till stranger = new Till(counter.screen.url())) {
      Till.Answer answer = stranger.form("/sign-on", "operator", "ann", "pin", "0000");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).contains("Operator or PIN is wrong").contains("value=\"ann\"");
      assertThat(answer.body()).doesNotContain("0000");
    }
  }
}
