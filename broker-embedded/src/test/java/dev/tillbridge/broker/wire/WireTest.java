package dev.tillbridge.broker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerCard;
import dev.tillbridge.model.delivery.Request;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The golden files pin the format: a change that breaks one needs a new version number. */
class WireTest extends Golden {

  @Test
  void bookValuesAndManifestAreWrittenAsPinned() throws IOException {
    assertPinned(
        "book-item.json",
        Wire.BOOK_VALUE,
        new BookValue.Item(
            "85123A", "T-light holder", gbp("2.55"), "STANDARD", List.of("5012345678900")));
    assertPinned(
        "book-tax.json", Wire.BOOK_VALUE, new BookValue.TaxCategory("Standard rate", STANDARD));
    assertPinned("book-gone.json", Wire.BOOK_VALUE, new BookValue.Gone("item:85123A"));
    assertPinned(
        "manifest.json",
        Wire.MANIFEST,
        new Manifest(
            4, Instant.parse("2026-11-22T01:00:00Z"), "petra", "GBP", 12_622, "ab".repeat(32)));
  }

  @Test
  void watermarkIsWrittenAsPinnedAndReadWithoutTheNumbersItHadNotBefore() throws IOException {
    Watermark mark =
        new Watermark(
            StreamId.parse("S01-R07/20261122081500"),
            1_790_000_000_007L,
            42,
            new EntryHash("0123456789abcdef".repeat(4)),
            Request.NONE,
            1_923,
            9,
            new Watermark.LastNumbers(12, 3, 1),
            false,
            AT);
    assertPinned("watermark.json", Wire.WATERMARK, mark);

    String before =
        golden("watermark.json")
            .replace(",\"last\":{\"document\":12,\"customer\":3,\"event\":1}", "");
    assertThat(before).doesNotContain("\"last\"");
    assertThat(Wire.WATERMARK.decode(bytes(before)).orThrow().last())
        .isEqualTo(Watermark.LastNumbers.NONE);
  }

  @Test
  void inquiriesAreWrittenAsPinned() throws IOException {
    assertPinned("inquiry-ticket.json", Wire.INQUIRY, new Inquiry.OfTicket("S01-R07-1923"));
    assertPinned(
        "inquiry-stored-value.json",
        Wire.INQUIRY,
        new Inquiry.OfStoredValue("S01-R07-1G1-31", "S01-R02-88", gbp("6.00")));
    assertPinned("inquiry-open-documents.json", Wire.INQUIRY, new Inquiry.OpenDocuments());
    assertPinned("inquiry-take-over.json", Wire.INQUIRY, new Inquiry.TakeOver("S01-R07-D12"));
  }

  @Test
  void answersAreWrittenAsPinned() throws IOException {
    Ticket ticket =
        Ticket.of(
            "S01-R07-1923",
            TicketKind.SALE,
            4,
            null,
            List.of(lantern("2")),
            List.of(new Tender.Cash(gbp("5.10"))),
            gbp("0.00"));
    assertPinned(
        "answer-ticket.json",
        Wire.ANSWER,
        new Answer.TicketFound(
            ticket, AT, List.of(new Returned("S01-R07-1923", 1, BigDecimal.ONE, gbp("2.55")))));
    assertPinned(
        "answer-balance.json",
        Wire.ANSWER,
        new Answer.Balance("S01-R07-1G1-31", StoredValueKind.GIFT, gbp("10.00"), gbp("6.00")));
    assertPinned("answer-documents.json", Wire.ANSWER, new Answer.Documents(List.of(document())));
    assertPinned("answer-handed-over.json", Wire.ANSWER, new Answer.HandedOver(document()));
    assertPinned("answer-not-known.json", Wire.ANSWER, new Answer.NotKnown("S01-R07-1923"));
    assertPinned("answer-no.json", Wire.ANSWER, new Answer.No("S01-R07-D12 is done."));
  }

  @Test
  void whatAllLanesAreToldIsWrittenAsPinned() throws IOException {
    assertPinned(
        "shared-document.json", Wire.SHARED, new SharedRecord.OfDocument(document(), LANE));
    assertPinned(
        "shared-customer.json",
        Wire.SHARED,
        new SharedRecord.OfCustomer(
            7,
            new Customer("S01-R07-C3", 2, "Ada", "02079460018", null, null, null, true),
            List.of("S01-R07-C3", "S01-R02-C1")));
    assertPinned(
        "shared-customer-card.json",
        Wire.SHARED,
        new SharedRecord.OfCustomer(
            7,
            new Customer("S01-R07-C3", 3, "Ada", null, null, null, null, true)
                .with(new CustomerCard("9811000000000018", AT)),
            List.of("S01-R07-C3")));
    assertPinned(
        "shared-stored-value.json",
        Wire.SHARED,
        new SharedRecord.OfStoredValue("S01-R07-1G1-31", StoredValueKind.GIFT, gbp("7.45"), AT));
  }

  @Test
  void documentLeftToAnotherLaneIsWrittenAsPinned() throws IOException {
    assertPinned(
        "document-left.json",
        entry(
            7,
            new DocumentRecorded(
                9, document().in(DocumentState.HANDED_OVER), LaneId.parse("S01-R02"))));
  }

  private static Document document() {
    return new Document(
        "S01-R07-D12",
        DocumentKind.ORDER,
        DocumentState.OPEN,
        3,
        null,
        "Mrs Lind",
        List.of(lantern("2")),
        4,
        gbp("5.10"),
        gbp("2.00"),
        LocalDate.of(2026, 12, 1),
        List.of(),
        null,
        null);
  }
}
