package dev.tillbridge.hq.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.delivery.Decision;
import dev.tillbridge.hq.delivery.RegisterKeys;
import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whose entries are posted. */
class EnrolmentTest {

  private final TestBooks books =
      new TestBooks(Admission.of(List.of("S01"), List.of(), Enrolment.APPROVE));
  private final LaneTape tape = new LaneTape("S01-R01");
  private final Baskets baskets = new Baskets(8, 2);

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void entriesWaitForApprovalOfTheirKeyAndArePostedThen() {
    List<byte[]> sales = tape.sales(baskets, 450);
    LaneTape stranger = new LaneTape("S01-R01");
    Ingest ingest = books.ingest();
    RegisterKeys keys = new RegisterKeys(books.books(), ingest, Clock.systemUTC());

    Posted posted = ingest.post(sales);
    ingest.post(List.of(stranger.heartbeat()));
    assertThat(posted).isEqualTo(new Posted(0, 0, 0, 0, 450));
    assertThat(keys.list()).hasSize(2).noneMatch(RegisterKeys.RegisterKey::enrolled);

    Decision approved = keys.approve(tape.stream(), tape.key().base64(), "olga");

    assertThat(approved).isInstanceOf(Decision.Done.class);
    assertThat(books.count("ticket")).isEqualTo(450);
    assertThat(books.value("select watermark from register_stream")).isEqualTo("450");
    assertThat(books.value("select string_agg(distinct resolution, ' ') from suspense"))
        .isEqualTo("POSTED");
    assertThat(keys.approve(tape.stream(), stranger.key().base64(), "olga"))
        .isInstanceOf(Decision.Refused.class);
  }

  @Test
  void entrySentAgainAfterTheApprovalIsPostedOnceAndLeavesSuspense() {
    List<byte[]> sales = tape.sales(baskets, 3);
    books.ingest().post(sales);
    books.administerHere("update register_key set state = 'ENROLLED'");

    Posted posted = books.ingest().post(sales);
    Posted again = books.ingest().tryAgain();

    assertThat(posted.tickets()).isEqualTo(3);
    assertThat(again).isEqualTo(Posted.NOTHING);
    assertThat(books.value("select count(*) from suspense where resolved_at is null"))
        .isEqualTo("0");
  }

  @Test
  void unknownRegistersEntriesWaitUntilTheConfigurationKnowsIt() {
    List<byte[]> sales = new ArrayList<>(new LaneTape("S02-R09").sales(baskets, 5));

    Posted posted = books.ingest().post(sales);
    Posted restarted =
        books
            .ingest(Admission.of(List.of("S01", "S02"), List.of(), Enrolment.AUTOMATIC))
            .tryAgain();

    assertThat(posted).isEqualTo(new Posted(0, 0, 0, 0, 5));
    assertThat(books.value("select string_agg(distinct kind, ' ') from suspense"))
        .isEqualTo("UNKNOWN_REGISTER");
    assertThat(restarted.tickets()).isEqualTo(5);
    assertThat(books.value("select count(*) from suspense where resolved_at is null"))
        .isEqualTo("0");
  }

  @Test
  void keysThatWaitedAreBelievedWhenTheConfigurationNoLongerAsks() {
    books.ingest().post(tape.sales(baskets, 4));

    books.ingest(Admission.ofAll()).tryAgain();

    assertThat(books.count("ticket")).isEqualTo(4);
    assertThat(books.value("select decided_by from register_key")).isEqualTo("automatic");
  }
}
