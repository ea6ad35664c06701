package dev.tillbridge.hq.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.hq.testing.Accountant;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.screens.words.MoneyWords;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person does about exceptions, through the forms, against a real database. */
class ExceptionsWebTest extends AtHq {

  @Test
  void nothingNeedsAnybodyWhileNothingIsWrong() {
    books.ingest().post(List.of(tape.ticket(baskets.sale(tape.nextNumber()))));

    assertThat(olga.get("/exceptions").body()).contains("Nothing needs you");
    assertThat(olga.get("/exceptions?show=all&kind=conflict").body()).contains("has ever needed");
    assertThat(olga.get("/exceptions?show=all&kind=nonsense").statusCode()).isEqualTo(200);
    assertThat(olga.get("/exceptions/suspense/1").statusCode()).isEqualTo(404);
    assertThat(olga.get("/exceptions/suspense/x").statusCode()).isEqualTo(404);
    assertThat(olga.get("/exceptions/conflict/1").statusCode()).isEqualTo(404);
    assertThat(olga.get("/exceptions/alarm/1").statusCode()).isEqualTo(404);
    assertThat(olga.get("/stream/S01-R09/1").statusCode()).isEqualTo(404);
    assertThat(olga.get("/stream/nonsense/x").statusCode()).isEqualTo(404);
  }

  @Test
  void releasedMessageLeavesTheBooksAsTheyWereAndItsBytesWhereTheyAre() {
    Ticket sale = suspendedSale();

    assertThat(olga.get("/exceptions").body()).contains("Bad signature").contains("S01-R01");
    HttpResponse<String> done =
        olga.send(ITEM, ITEM + "/release", "note=" + Accountant.encoded("A copy made in a test"));

    assertThat(done.body())
        .contains("Released")
        .contains("A copy made in a test")
        .contains("Olga")
        .contains(MoneyWords.of(sale.total()));
    assertThat(books.value("select action || ' ' || person || ' ' || note from suspense_action"))
        .isEqualTo("RELEASED olga A copy made in a test");
    assertThat(books.value("select string_agg(kind, ' ' order by id) from ledger_transaction"))
        .isEqualTo("SUSPENSE SUSPENSE_REVERSED");
    assertThat(books.value("select sum(amount) from posting where account = '2900'"))
        .isEqualTo("0.0000");
    assertThat(books.value("select length(bytes) > 100 from suspense")).isEqualTo("t");
    assertThat(olga.get("/exceptions").body()).contains("Nothing needs you");
    assertThat(olga.get("/exceptions?show=all").body()).contains("Released");
    assertBalanced();
  }

  @Test
  void secondClickChangesNothing() {
    suspendedSale();
    String form =
        Accountant.hiddenFields(olga.get(ITEM).body(), ITEM + "/release") + "note=Not+ours";

    olga.postBare(ITEM + "/release", form);
    HttpResponse<String> again = olga.postBare(ITEM + "/release", form);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("Released").doesNotContain("Nothing was changed");
    assertThat(books.count("suspense_action")).isEqualTo(1);
    assertThat(books.count("ledger_transaction")).isEqualTo(2);
  }

  @Test
  void noteAndTokenAndRoleAreNeeded() {
    suspendedSale();

    assertThat(olga.send(ITEM, ITEM + "/release", "note=+").body()).contains("write down why");
    assertThat(olga.send(ITEM, ITEM + "/release", "note=" + "x".repeat(1_001)).statusCode())
        .isEqualTo(422);
    assertThat(olga.postBare(ITEM + "/release", "note=x&form=1").statusCode()).isEqualTo(403);
    Accountant mara = new Accountant(url());
    mara.signOn("mara");
    assertThat(mara.get(ITEM).body()).contains("needs an accountant").doesNotContain("/release");
    String csrf = Accountant.hiddenFields(mara.get("/").body(), "/sign-off");
    assertThat(mara.postBare(ITEM + "/release", csrf + "form=7&note=x").statusCode())
        .isEqualTo(403);
    assertThat(books.count("suspense_action")).isZero();
  }

  @Test
  void hostileBytesAreShownAndDoNothing() {
    byte[] hostile =
        ("<script>alert(1)</script>\u202e\u0007 {\"entry\":{\"body\":{\"type\":\"ticket\","
                + "\"ticket\":{\"number\":\"<img src=x>\",\"total\":\"GBP 5.00\"}}}}")
            .getBytes(StandardCharsets.UTF_8);
    byte[] booked =
        ("{\"entry\":{\"body\":{\"type\":\"ticket\",\"ticket\":"
                + "{\"number\":\"<img src=x>\",\"total\":\"GBP 5.00\"}}}}")
            .getBytes(StandardCharsets.UTF_8);
    byte[] large = new byte[300_000];
    books.ingest().post(List.of(hostile, booked, large));

    for (int i = 1; i <= 3; i++) {
      String page = olga.get("/exceptions/suspense/" + i).body();
      assertThat(page).doesNotContain("<script>alert").doesNotContain("<img src=x");
      assertThat(page).doesNotContain("\u202e").doesNotContain("\u0007");
      assertThat(page.length()).isLessThan(120_000);
    }
    assertThat(olga.get("/exceptions").body()).doesNotContain("<img src=x");
    assertThat(olga.get("/trial-balance").body()).contains("Suspense");
    HttpResponse<String> saved = olga.get("/exceptions/suspense/1/bytes");
    assertThat(saved.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(saved.headers().firstValue("Content-Disposition").orElse("")).contains("attachment");
  }

  @Test
  void bothVersionsOfAConflictAreShownAndANoteSettlesIt() {
    Ticket first = baskets.sale("S01-R01-1");
    LaneTape copy = tape.copiedDisk();
    books.ingest().post(List.of(tape.ticket(first)));
    books.ingest().post(List.of(copy.ticket(baskets.sale("S01-R01-1"))));
    String address = "/exceptions/conflict/1";

    assertThat(olga.get("/exceptions").body()).contains("Same number, other bytes");
    assertThat(olga.get(address).body())
        .contains("two versions")
        .contains("<mark>")
        .contains(first.total().toString());
    HttpResponse<String> seen =
        olga.send(address, address + "/seen", "note=Disk+was+copied+for+a+test");

    assertThat(seen.body()).contains("Disk was copied for a test").contains("Olga");
    assertThat(olga.get("/exceptions").body()).contains("Nothing needs you");
    assertThat(olga.get("/exceptions?show=all").body()).contains("Seen");
    assertThat(books.count("ticket")).isEqualTo(1);
    assertThat(books.count("remark")).isEqualTo(1);
  }

  @Test
  void auditTrailCannotBeRewritten() {
    suspendedSale();
    olga.send(ITEM, ITEM + "/release", "note=Not+ours");

    for (String change :
        List.of(
            "update suspense_action set note = 'else'",
            "delete from suspense_action",
            "delete from suspense",
            "update suspense set bytes = ''",
            "truncate trust_action",
            "delete from remark")) {
      assertThatThrownBy(() -> execute(change)).as(change).hasMessageContaining("only grow");
    }
  }
}
