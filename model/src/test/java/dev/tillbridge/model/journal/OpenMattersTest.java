package dev.tillbridge.model.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody.Checkpoint;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketParticulars;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpenMattersTest {

  private static final LaneId LANE = LaneId.parse("S01-R01");

  private Checkpoint meaning = new Checkpoint(0, 0, 0, 0, null, null);
  private long sequence;

  @Test
  void anOrderIsOpenFromItsDepositToItsPickUp() {
    happened(new DocumentRecorded(1, order("S01-R01-D7")));
    happened(
        ticket(
            1,
            List.of(),
            TicketParticulars.NONE
                .charging(new Charge.DepositPaid(gbp("10.00"), "S01-R01-D7"))
                .stepping(new DocumentStep("S01-R01-D7", DocumentState.OPEN)),
            List.of(new Tender.Cash(gbp("10.00")))));

    Document open = meaning.open().document("S01-R01-D7").orElseThrow();
    assertThat(open.paid()).isEqualTo(gbp("10.00"));
    assertThat(open.balance()).isEqualTo(gbp("30.00"));
    assertThat(open.revision()).isEqualTo(2);

    happened(
        ticket(
            2,
            List.of(line("40.00", 1, null)),
            TicketParticulars.NONE.stepping(new DocumentStep("S01-R01-D7", DocumentState.DONE)),
            List.of(
                new Tender.Deposit(gbp("10.00"), "S01-R01-D7"), new Tender.Cash(gbp("30.00")))));

    assertThat(meaning.open().documents()).isEmpty();
    assertThat(meaning.open().lastDocument()).isEqualTo(7);
  }

  @Test
  void storedValuesAndReturnedGoodsAddUp() {
    happened(
        ticket(
            1,
            List.of(),
            TicketParticulars.NONE.charging(
                new Charge.StoredValueSold(gbp("25.00"), StoredValueKind.GIFT, "G1", false)),
            List.of(new Tender.Cash(gbp("25.00")))));
    happened(
        ticket(
            2,
            List.of(line("8.00", 1, null)),
            TicketParticulars.NONE,
            List.of(new Tender.StoredValue(gbp("8.00"), StoredValueKind.GIFT, "G1", false))));
    happened(
        ticket(
            3,
            List.of(line("8.00", -1, new ReturnedFrom("S01-R01-2", 1, "Broken"))),
            TicketParticulars.NONE,
            List.of(new Tender.Cash(gbp("-8.00")))));

    assertThat(meaning.open().storedValues())
        .containsExactly(
            new StoredValueHere(
                "G1", StoredValueKind.GIFT, gbp("25.00"), gbp("8.00"), gbp("8.00")));
    assertThat(meaning.open().returned())
        .containsExactly(new Returned("S01-R01-2", 1, BigDecimal.ONE, gbp("8.00"), gbp("1.33")));
    assertThat(meaning.lastTicket()).isEqualTo(3);
  }

  @Test
  void aCardPaymentIsOpenUntilTheAcquirerHasSpoken() {
    happened(new CardEntry.ReversalDue(0, "k1", gbp("5.00"), "No answer"));
    assertThat(meaning.open().cards()).hasSize(1);

    happened(new CardEntry.Reversed(0, "k1"));

    assertThat(meaning.open()).isEqualTo(OpenMatters.NONE);
  }

  @Test
  void aDocumentLeftToAnotherLaneIsRememberedUntilItComesBack() {
    Document order = order("S01-R01-D7");
    LaneId other = LaneId.parse("S01-R02");
    happened(new DocumentRecorded(1, order));
    happened(new DocumentRecorded(1, order.in(DocumentState.HANDED_OVER), other));

    assertThat(meaning.open().documents()).isEmpty();
    assertThat(meaning.open().handedOver("S01-R01-D7"))
        .contains(new HandedOver(order.in(DocumentState.HANDED_OVER), other));

    Document back =
        order
            .in(DocumentState.HANDED_OVER)
            .in(DocumentState.OPEN)
            .in(DocumentState.HANDED_OVER)
            .in(DocumentState.OPEN);
    happened(new DocumentRecorded(1, back));

    assertThat(meaning.open().documents()).containsExactly(back);
    assertThat(meaning.open().handedOver()).isEmpty();
    assertThat(meaning.open().tookOver("S01-R01-D7", 5)).isTrue();
    assertThat(meaning.open().tookOver("S01-R01-D7", 6)).isFalse();
  }

  @Test
  void whatAnotherLaneNumberedDoesNotCountHere() {
    happened(new DocumentRecorded(1, order("S01-R01-D7")));
    happened(
        new DocumentRecorded(
            1, order("S01-R02-D90").in(DocumentState.HANDED_OVER).in(DocumentState.OPEN)));
    happened(
        new CustomerRecorded(
            0, new Customer("S01-R02-C50", 2, "Ada", null, null, null, null, false)));

    assertThat(meaning.open().lastDocument()).isEqualTo(7);
    assertThat(meaning.open().lastCustomer()).isZero();
    assertThat(meaning.open().documents()).hasSize(2);
    assertThat(meaning.ticketEnded()).as("of the begun one only").isEqualTo(1);
  }

  @Test
  void onlySoManyHandedOverAreRemembered() {
    for (int i = 1; i <= OpenMatters.HANDED_OVER_MAX + 1; i++) {
      happened(
          new DocumentRecorded(
              1, order("S01-R01-D" + i).in(DocumentState.HANDED_OVER), LaneId.parse("S01-R02")));
    }

    assertThat(meaning.open().handedOver()).hasSize(OpenMatters.HANDED_OVER_MAX);
    assertThat(meaning.open().handedOver("S01-R01-D1")).isEmpty();
  }

  @Test
  void onlyWhatIsHandedOverIsLeftToALane() {
    assertThatThrownBy(() -> new DocumentRecorded(1, order("S01-R01-D7"), LaneId.parse("S01-R02")))
        .hasMessageContaining("only what is handed over is left to a lane");
    assertThatThrownBy(
            () -> new DocumentRecorded(1, order("S01-R01-D7").in(DocumentState.HANDED_OVER)))
        .hasMessageContaining("S01-R01-D7 is HANDED_OVER, and left to null");
  }

  private void happened(EntryBody body) {
    sequence++;
    meaning =
        meaning.after(
            new JournalEntry(
                new EntryId(LANE, 1, sequence),
                LocalDate.EPOCH,
                Instant.EPOCH,
                "ann",
                EntryHash.NONE,
                body));
  }

  private static EntryBody ticket(
      int count, List<TicketLine> lines, TicketParticulars particulars, List<Tender> tenders) {
    return new EntryBody.TicketCompleted(
        1,
        Ticket.of(
            "S01-R01-" + count,
            TicketKind.of(lines),
            1,
            null,
            lines,
            tenders,
            gbp("0.00"),
            null,
            particulars,
            gbp("0.00")));
  }

  private static TicketLine line(String price, int quantity, @Nullable ReturnedFrom from) {
    TicketLine line =
        TicketLine.of(
            1,
            "A",
            "A",
            "Thing",
            BigDecimal.valueOf(quantity),
            gbp(price),
            new TaxRate("STANDARD", new BigDecimal("20"), TaxMode.INCLUSIVE),
            null);
    return from == null ? line : line.returnedFrom(from);
  }

  private static Document order(String number) {
    return new Document(
        number,
        DocumentKind.ORDER,
        DocumentState.OPEN,
        1,
        null,
        null,
        List.of(line("40.00", 1, null)),
        1,
        gbp("40.00"),
        gbp("0.00"),
        null,
        List.of(),
        null,
        null);
  }

  private static Money gbp(String amount) {
    return Money.parse("GBP " + amount);
  }
}
