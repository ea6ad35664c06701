package dev.tillbridge.hq.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.testing.Accountant;
import dev.tillbridge.model.card.CardApproval;
import dev.tillbridge.model.card.CardPayment;
import dev.tillbridge.model.customer.CustomerName;
import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketParticulars;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Card payments at HQ: what became of each, and those declined after the customer had left. */
class CardsWebTest extends AtHq {

  @Test
  void aLateDeclineIsShownWithTicketCardAndCustomerUntilSomebodyDealtWithIt() {
    Ticket sale = byCard("k1", CardApproval.OFFLINE);
    byte[] ticket = tape.ticket(sale);
    byte[] declined =
        tape.write(
            new CardEntry.Forwarded(
                1, "k1", sale.number(), sale.total(), null, "Not enough money (51)."));

    books.ingest().post(List.of(declined));
    String early = olga.get("/exceptions").body();
    books.ingest().post(List.of(ticket));

    assertThat(early).contains("card not known yet");
    assertThat(olga.get("/exceptions").body())
        .contains("Card declined afterwards")
        .contains(sale.number())
        .contains("Visa 400000******0002")
        .contains("Ada Berg")
        .contains("Not enough money (51).");
    String page = olga.get("/exceptions/card/1").body();
    assertThat(page).contains(sale.number()).contains("Ada Berg").contains("card loss");
    String done =
        olga.send(
                "/exceptions/card/1",
                "/exceptions/card/1/seen",
                "note=" + Accountant.encoded("She paid in cash"))
            .body();
    assertThat(done).contains("She paid in cash").contains("Olga");
    assertThat(olga.get("/exceptions").body()).contains("Nothing needs you");
    assertThat(books.value("select sum(amount) from posting")).isEqualTo("0.0000");
  }

  @Test
  void whatBecameOfAPaymentIsTheSameInWhateverOrderItArrives() {
    Ticket stored = byCard("k1", CardApproval.OFFLINE);
    byte[] ticket = tape.ticket(stored);
    byte[] sent =
        tape.write(
            new CardEntry.Forwarded(1, "k1", stored.number(), stored.total(), "123456", null));
    byte[] due = tape.write(new CardEntry.ReversalDue(1, "k2", stored.total(), "No answer."));
    byte[] back = tape.write(new CardEntry.Reversed(1, "k2"));
    Ticket online = byCard("k3", CardApproval.ONLINE);
    byte[] third = tape.ticket(online);

    books.ingest().post(List.of(back, sent));
    books.ingest().post(List.of(due, ticket, third));

    assertThat(
            books.value(
                "select string_agg(key || ' ' || state || ' ' || coalesce(code, '-') || ' ' ||"
                    + " coalesce(approval, '-') || ' ' || (amount = "
                    + stored.total().getAmount()
                    + "), ', ' order by key) from card_payment where key in ('k1', 'k2')"))
        .isEqualTo("k1 FORWARDED 123456 OFFLINE true, k2 REVERSED - - true");
    assertThat(books.value("select state from card_payment where key = 'k3'")).isEqualTo("TAKEN");
    assertThat(olga.get("/exceptions").body()).contains("Nothing needs you");
    assertThat(olga.get("/exceptions/card/1").statusCode()).isEqualTo(404);
  }

  private Ticket byCard(String key, CardApproval approval) {
    Ticket cash = baskets.sale(tape.nextNumber());
    Money total = cash.total();
    CardPayment card =
        new CardPayment(
            key,
            "Visa",
            "400000******0002",
            "vault-visa",
            approval,
            approval == CardApproval.OFFLINE ? null : "654321");
    return Ticket.of(
        cash.number(),
        cash.kind(),
        cash.priceBook(),
        null,
        cash.lines(),
        List.of(new Tender.Card(total, card)),
        Money.zero(total.getCurrencyUnit()),
        null,
        TicketParticulars.NONE.forCustomer(new CustomerName("S01-R01-C1", "Ada Berg")),
        Money.zero(total.getCurrencyUnit()));
  }
}
