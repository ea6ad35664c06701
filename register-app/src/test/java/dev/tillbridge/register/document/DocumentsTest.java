package dev.tillbridge.register.document;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.ShopBook;
import dev.tillbridge.register.returns.BringBack;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each step of each kind of document, and each refusal, at one lane. */
class DocumentsTest extends AtOneLane {

  @Test
  void onANewDiskNumbersGoOnAfterThoseHqKnows() {
    shop.delivery.hq(
        shop.journal.lane(), 0, 0, 0, new Watermark.LastNumbers(12, 0, 0), shop.clock.instant());
    shop.scan("71053", "2");

    done(Begin.hold("Blue coat"));

    assertThat(open()).extracting(Document::number).containsExactly("S01-R01-D13");
  }

  @Test
  void aQuoteIsSoldAtThePricesPromisedWithTheBookThatPromisedThem() {
    shop.scan("71053", "2");
    done(Begin.quote("Mrs Lind", null));
    assertThat(open().getFirst().due()).isEqualTo(TODAY.plusDays(14));
    shop.book =
        Optional.of(
            new ShopBook(8).with("71053", "WHITE METAL LANTERN", "GBP 9.00", ShopBook.STANDARD));

    done(new PickUp(D1));
    restart();
    shop.lane.tenderExactCash();

    Ticket sold = tickets().getLast();
    assertThat(sold.total()).isEqualTo(gbp("6.78"));
    assertThat(sold.priceBook()).isEqualTo(7);
    assertThat(there(sold.pricing()).moment().toLocalDate()).isEqualTo(TODAY);
    assertThat(sold.document()).isEqualTo(new DocumentStep(D1, DocumentState.DONE));
    assertThat(open()).isEmpty();
    refused(new PickUp(D1), DocumentRefusal.NotOpen.class);
  }

  @Test
  void aQuoteIsSoldOnItsLastDayAndRefusedOnTheNext() {
    shop.scan("71053", "1");
    done(Begin.quote("", TODAY.plusDays(2)));
    onTheDay(2);
    done(new PickUp(D1));
    shop.lane.voidTicket();
    assertThat(open()).hasSize(1);

    onTheDay(1);

    assertThat(refused(new PickUp(D1), DocumentRefusal.Expired.class))
        .isEqualTo(
            "The prices of S01-R01-D1 were promised until 2026-11-24, and today is 2026-11-25."
                + " Ring the goods at today's prices, and cancel the quote.");
    done(new Cancel(D1));
    assertThat(open()).isEmpty();
  }

  @Test
  void whatWasAgreedIsNotChangedOnTheTicketThatHandsItOver() {
    shop.scan("71053", "1");
    done(Begin.quote("", null));
    done(new PickUp(D1));

    assertThat(shop.scan("22752", "1")).isInstanceOf(Outcome.Refused.class);
    assertThat(shop.lane.voidLine(1)).isInstanceOf(Outcome.Refused.class);
    assertThat(shop.lane.view().refusal()).contains("stays as it was agreed");
    refused(Begin.hold(""), Refusal.DocumentInHand.class);
  }

  @ParameterizedTest
  @EnumSource(DocumentKind.class)
  void nothingAndPaymentsTakenMakeNoDocument(DocumentKind kind) {
    refused(begin(kind), Refusal.EmptyTicket.class);
    shop.scan("22752", "1");
    shop.lane.tenderCash(gbp("1.00"));

    refused(begin(kind), Refusal.PaymentsTaken.class);
  }

  @Test
  void limitsAreNamed() {
    shop.scan("22752", "1");

    refused(Begin.hold("x".repeat(41)), Refusal.NotAllowed.class);
    refused(Begin.quote("", TODAY.minusDays(1)), DocumentRefusal.DueDay.class);
    refused(Begin.order("", TODAY.plusDays(367), null), DocumentRefusal.DueDay.class);
    refused(Begin.layaway("", 0, 7), Refusal.NotAllowed.class);
    refused(Begin.layaway("", 53, 7), Refusal.NotAllowed.class);
    refused(Begin.layaway("", 3, 0), Refusal.NotAllowed.class);
    assertThat(open()).isEmpty();
    assertThat(shop.lane.view().ticket().lines()).hasSize(1);
  }

  @Test
  void goodsThatComeBackCanBeHeldAndNotPromised() {
    shop.kind(dev.tillbridge.model.ticket.TicketKind.RETURN);
    shop.scan("22752", "1");

    refused(Begin.quote("", null), DocumentRefusal.GoodsComeBack.class);
    done(Begin.hold(""));
    done(new Recall(D1));

    assertThat(shop.lane.view().ticket().lines())
        .extracting(TicketLine::quantity)
        .containsExactly(new BigDecimal("-1"));
  }

  @Test
  void goodsBackByAReceiptAreNotHeldWhereNobodyCountsThem() {
    shop.scan("71053", "2");
    shop.lane.tenderExactCash();
    Ticket sold = tickets().getFirst();
    done(new BringBack(sold, new TreeMap<>(Map.of(1, BigDecimal.TWO)), "too big"));

    refused(Begin.hold(""), DocumentRefusal.NotKept.class);

    assertThat(open()).isEmpty();
    assertThat(shop.lane.view().ticket().lines()).hasSize(1);
  }

  @Test
  void documentsOutliveTheEntriesThatBeganThem() {
    layawayPaid("5.00");
    await().until(shop.lane::checkpoint); // it waits for nobody: not while a receipt comes out
    shop.journal.letGo(shop.journal.recorded() - 1);

    restart();

    assertThat(open().getFirst().paid()).isEqualTo(gbp("5.00"));
    done(new PickUp(D1));
    shop.lane.tenderExactCash();
    assertThat(there(shop.lane.view().last()).total()).isEqualTo(gbp("7.65"));
  }

  private static Begin begin(DocumentKind kind) {
    return switch (kind) {
      case HOLD -> Begin.hold("");
      case QUOTE -> Begin.quote("", null);
      case ORDER -> Begin.order("", null, null);
      case LAYAWAY -> Begin.layaway("", 4, 14);
    };
  }
}
