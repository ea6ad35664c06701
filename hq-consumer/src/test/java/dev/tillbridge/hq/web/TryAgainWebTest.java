package dev.tillbridge.hq.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.seal.Seal;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.journal.CustomerRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.ticket.Ticket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A message in suspense is tried again, against a real database. */
class TryAgainWebTest extends AtHq {

  @Test
  void messageIsTriedAgainAndEachAttemptIsOnRecord() {
    byte[] wrong = doesNotAddUp();
    books.ingest().post(List.of(wrong));

    HttpResponse<String> still = olga.send(ITEM, ITEM + "/try-again", "note=After+the+update");

    assertThat(still.body()).contains("It still cannot be posted").contains("After the update");
    assertThat(books.value("select action from suspense_action")).isEqualTo("TRIED");
    assertThat(books.value("select resolution is null from suspense")).isEqualTo("t");
    assertBalanced();
  }

  @Test
  void messageThatCanBePostedAfterAllIsPostedOnceUnderItsNumber() throws SQLException {
    Ticket sale = baskets.sale(tape.nextNumber());
    byte[] bytes = tape.ticket(sale);
    // As after an update: what was refused then adds up now.
    execute(
        "create function refuse() returns trigger language plpgsql as"
            + " $$ begin raise check_violation; end $$;"
            + " create trigger refuse before insert on ticket execute function refuse()");
    books.ingest().post(List.of(bytes));
    assertThat(books.value("select kind || ' ' || (entry_id is not null) from suspense"))
        .isEqualTo("UNPOSTABLE true");
    HttpResponse<String> early = olga.send(ITEM, ITEM + "/try-again", "note=too+early");
    assertThat(early.body()).contains("It still cannot be posted");
    execute("drop trigger refuse on ticket");

    HttpResponse<String> done = olga.send(ITEM, ITEM + "/try-again", "note=now");

    assertThat(done.body()).contains("Posted").contains("see the ticket");
    assertThat(books.count("ticket")).isEqualTo(1);
    assertThat(books.value("select string_agg(kind, ' ' order by id) from ledger_transaction"))
        .isEqualTo("SUSPENSE SALE SUSPENSE_REVERSED");
    assertThat(books.value("select sum(amount)::numeric(19,2) from posting where account = '1010'"))
        .isEqualTo(sale.total().getAmount().toPlainString());
    books.ingest().post(List.of(bytes));
    assertThat(books.count("ticket")).isEqualTo(1);
    assertThat(olga.get("/tickets/" + books.value("select entry_id from ticket")).body())
        .contains("by ann on");
    assertBalanced();
  }

  @Test
  void allThatAMessageMeansIsInTheBooksAfterItIsTriedAgain() throws SQLException {
    Customer ada = new Customer("S01-R01-C1", 1, "Ada", "07700 900123", null, null, null, false);
    execute(
        "create function refuse() returns trigger language plpgsql as"
            + " $$ begin raise check_violation; end $$;"
            + " create trigger refuse before insert on customer_record execute function refuse()");
    books.ingest().post(List.of(tape.write(new CustomerRecorded(0, ada))));
    assertThat(books.value("select kind from suspense")).isEqualTo("UNPOSTABLE");
    execute("drop trigger refuse on customer_record");

    olga.send(ITEM, ITEM + "/try-again", "note=now");

    assertThat(books.value("select resolution from suspense")).isEqualTo("POSTED");
    assertThat(books.value("select string_agg(name, ' ') from customer_record")).isEqualTo("Ada");
  }

  /** Sealed by a register that cannot add. */
  private byte[] doesNotAddUp() {
    Ticket sale = baskets.sale("S01-R08-1");
    EntryBody body = new EntryBody.TicketCompleted(1, sale);
    String right =
        new String(Wire.ENTRY.encode(new LaneTape("S01-R08").entry(body)), StandardCharsets.UTF_8);
    String wrong =
        right.replace("\"total\":\"" + sale.total(), "\"total\":\"" + sale.total().plusMinor(1));
    assertThat(wrong).isNotEqualTo(right);
    return Seal.fresh().over(wrong.getBytes(StandardCharsets.UTF_8));
  }
}
