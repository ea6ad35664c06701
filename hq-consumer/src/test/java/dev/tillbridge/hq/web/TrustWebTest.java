package dev.tillbridge.hq.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.ingest.Admission;
import dev.tillbridge.hq.ingest.Enrolment;
import dev.tillbridge.hq.testing.Accountant;
import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.HqScreens;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.TestBooks;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a manager decides, through the forms. */
class TrustWebTest {

  @TempDir Path folder;

  private final TestBooks books = new TestBooks(new Admission(lane -> true, Enrolment.APPROVE));
  private final LaneTape tape = new LaneTape("S01-R01");
  private final Baskets baskets = new Baskets(43);
  private final String life = "/stream/" + tape.stream();
  private HqWeb web;
  private Accountant mara;

  @BeforeEach
  void serve() throws Exception {
    web = HqScreens.over(books, folder);
    mara = new Accountant(web.url());
    mara.signOn("mara");
    books.ingest().post(tape.sales(baskets, 3));
  }

  @AfterEach
  void stop() {
    web.close();
    books.close();
  }

  @Test
  void approvedKeyBringsWhatWaitedIntoTheBooksAndOutOfSuspense() {
    assertThat(mara.get("/exceptions").body()).contains("Key to approve");
    assertThat(mara.get(life).body()).contains(tape.key().fingerprint());

    HttpResponse<String> done = mara.send(life, life + "/approve", "note=Compared+by+telephone");

    assertThat(done.body()).contains("Believed").contains("Compared by telephone");
    assertThat(books.count("ticket")).isEqualTo(3);
    assertThat(books.value("select count(*) from suspense where resolved_at is null"))
        .isEqualTo("0");
    assertThat(books.value("select sum(amount) = 0 from posting where account = '2900'"))
        .isEqualTo("t");
    assertThat(books.value("select sum(amount) = 0 from posting")).isEqualTo("t");
    assertThat(books.value("select action || ' ' || person from trust_action"))
        .isEqualTo("APPROVED mara");
    assertThat(mara.get("/exceptions").body()).contains("Nothing needs you");
    assertThat(mara.get("/exceptions?show=all").body()).contains("Approved").contains("Posted");
  }

  @Test
  void refusedKeyNeedsNobodyAnyMoreAndMayStillBeApproved() {
    // The refusing button sends the fields of the approving form.
    String form = Accountant.hiddenFields(mara.get(life).body(), life + "/approve");
    mara.postBare(life + "/refuse", form + "note=Not+one+of+ours");

    assertThat(mara.get("/exceptions?kind=key").body()).contains("Nothing needs you");
    assertThat(books.count("ticket")).isZero();
    assertThat(mara.get(life).body()).contains("Refused").contains("/approve");
  }

  @Test
  void onlyAManagerDecides() {
    Accountant olga = new Accountant(web.url());
    olga.signOn();

    assertThat(olga.get(life).body()).contains("needs a manager").doesNotContain("/approve");
    String csrf = Accountant.hiddenFields(olga.get("/").body(), "/sign-off");
    HttpResponse<String> refused =
        olga.postBare(
            life + "/approve",
            csrf + "form=1&note=x&key=" + Accountant.encoded(tape.key().toString()));
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(olga.postBare(life + "/close", csrf + "form=2&note=x&last=9").statusCode())
        .isEqualTo(403);
    assertThat(books.count("ticket")).isZero();
  }

  @Test
  void lifeIsClosedOnceWithItsLastKnownNumber() {
    mara.send(life, life + "/approve", "note=Ours");
    String form = Accountant.hiddenFields(mara.get(life).body(), life + "/close");

    assertThat(mara.postBare(life + "/close", form + "note=Disk+died&last=many").body())
        .contains("is not a number");
    assertThat(mara.postBare(life + "/close", form + "note=Disk+died&last=2").body())
        .contains("HQ holds entry 3");
    HttpResponse<String> done = mara.postBare(life + "/close", form + "note=Disk+died&last=5");
    HttpResponse<String> again = mara.postBare(life + "/close", form + "note=Disk+died&last=5");

    assertThat(done.body()).contains("2 numbers declared lost").contains("Disk died");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(books.value("select count(*) from trust_action where action = 'CLOSED'"))
        .isEqualTo("1");
    assertThat(mara.get("/stream").body()).contains("declared lost");
  }
}
