package dev.tillbridge.hq.inquiry;

import static dev.tillbridge.hq.testing.ShopEntries.gbp;
import static dev.tillbridge.hq.testing.ShopEntries.gift;
import static dev.tillbridge.hq.testing.ShopEntries.leftTo;
import static dev.tillbridge.hq.testing.ShopEntries.order;
import static dev.tillbridge.hq.testing.ShopEntries.paid;
import static dev.tillbridge.hq.testing.ShopEntries.pickedUp;
import static dev.tillbridge.hq.testing.ShopEntries.recorded;
import static dev.tillbridge.hq.testing.ShopEntries.redeemed;
import static dev.tillbridge.hq.testing.ShopEntries.returned;
import static dev.tillbridge.hq.testing.ShopEntries.sold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.hq.testing.Accountant;
import dev.tillbridge.hq.testing.HqScreens;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.hq.testing.SetClock;
import dev.tillbridge.hq.testing.TestBooks;
import dev.tillbridge.hq.web.HqWeb;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HqAnswersTest {

  private static final String GIFT = "S01-R01-1G1-00";
  private static final String ORDER = "S01-R01-D1";

  @TempDir private Path folder;

  private final TestBooks books = new TestBooks();
  private final SetClock clock = new SetClock();
  private final HqAnswers answers = new HqAnswers(books.books(), clock);
  private final LaneTape one = new LaneTape("S01-R01");
  private final LaneTape two = new LaneTape("S01-R02");
  private final LaneTape three = new LaneTape("S02-R01");

  @AfterEach
  void close() {
    books.close();
  }

  @Test
  void ticketIsFoundWithWhatCameBackOfItAnywhere() {
    post(sold(one, "5"), returned(two, "2", "S01-R01-1"), returned(three, "1", "S01-R01-1"));

    Answer answer = answers.apply(two.lane(), new Inquiry.OfTicket("S01-R01-1"));

    assertThat(answer).isInstanceOf(Answer.TicketFound.class);
    Answer.TicketFound found = (Answer.TicketFound) answer;
    assertThat(found.ticket().number()).isEqualTo("S01-R01-1");
    assertThat(found.ticket().lines()).hasSize(1);
    assertThat(found.returned())
        .containsExactly(
            new Returned("S01-R01-1", 1, new BigDecimal("3"), gbp("7.65"), gbp("1.28")));
    assertThat(answers.apply(two.lane(), new Inquiry.OfTicket("S01-R01-9")))
        .isEqualTo(new Answer.NotKnown("S01-R01-9"));
  }

  @Test
  void whatIsKeptForOneLaneIsNotLeftForAnother() throws Exception {
    post(gift(one, GIFT, "10.00"));

    assertThat(ask(two, "T1", "6.00")).isEqualTo(balance("10.00", "6.00"));
    assertThat(ask(two, "T1", "7.00")).isEqualTo(balance("10.00", "7.00"));
    assertThat(ask(three, "T1", "6.00")).isEqualTo(balance("3.00", "3.00"));
    assertThat(ask(one, "T9", null)).isEqualTo(balance("0.00", "0.00"));
    try (HqWeb web = HqScreens.over(books, folder)) {
      assertThat(new Accountant(web.url()).signOn().get("/stored-value").body())
          .contains("£10.00 kept for S01-R02, S02-R01");
    }

    assertThat(ask(three, "T1", "0.00")).isEqualTo(balance("3.00", "0.00"));
    assertThat(ask(one, "T9", null)).isEqualTo(balance("3.00", "0.00"));
  }

  @Test
  void whatIsKeptEndsWithTheLanesTicketOrByItself() {
    post(gift(one, GIFT, "10.00"));
    ask(two, "T1", "6.00");
    ask(three, "T1", "2.00");

    post(redeemed(two, GIFT));
    assertThat(ask(one, "T9", null)).isEqualTo(balance("5.45", "0.00"));

    clock.advance(KeptValue.KEPT_FOR);
    assertThat(ask(one, "T9", null)).isEqualTo(balance("7.45", "0.00"));
  }

  @Test
  void otherMoneyNegativeMoneyAndUnknownNumbersAreAnsweredInWords() {
    post(gift(one, GIFT, "10.00"));

    assertThat(
            answers.apply(
                two.lane(), new Inquiry.OfStoredValue(GIFT, "T1", Money.parse("EUR 1.00"))))
        .isEqualTo(new Answer.No(GIFT + " is kept in GBP, and not EUR 1.00."));
    assertThat(ask(two, "T1", "-1.00")).isInstanceOf(Answer.No.class);
    assertThat(answers.apply(two.lane(), new Inquiry.OfStoredValue("X", "T1", null)))
        .isEqualTo(new Answer.NotKnown("X"));
    assertThat(books.count("stored_value_kept")).isZero();
  }

  @Test
  void oneLaneHasOnlySoMuchKeptAndMayStillChangeIt() {
    post(gift(one, GIFT, "900.00"));
    for (int i = 0; i < KeptValue.KEPT_MAX; i++) {
      assertThat(ask(two, "T" + i, "1.00")).isInstanceOf(Answer.Balance.class);
    }

    assertThat(ask(two, "ONE MORE", "1.00"))
        .isEqualTo(new Answer.No("HQ keeps 200 amounts for S01-R02 already; end a ticket first."));
    assertThat(ask(two, "T7", "2.00")).isEqualTo(balance("701.00", "2.00"));
    assertThat(ask(three, "T1", "1.00")).isEqualTo(balance("699.00", "1.00"));
    assertThat(ask(three, "T".repeat(101), "1.00")).isInstanceOf(Answer.No.class);
  }

  @Test
  void neverIsMoreKeptThanIsLeftWhateverIsAskedInWhateverOrder() {
    long seed = Long.getLong("tillbridge.seed", 20261127L);
    Random random = new Random(seed);
    post(gift(one, GIFT, "100.00"));
    TreeMap<String, Money> kept = new TreeMap<>();
    List<LaneTape> lanes = List.of(one, two, three);
    for (int i = 0; i < 200; i++) {
      LaneTape lane = lanes.get(random.nextInt(3));
      String key = "T" + random.nextInt(3);
      Money asked = Money.ofMinor(gbp("0").getCurrencyUnit(), random.nextInt(6_000));
      Answer.Balance answer =
          (Answer.Balance) answers.apply(lane.lane(), new Inquiry.OfStoredValue(GIFT, key, asked));
      kept.put(lane.lane() + " " + key, answer.kept());

      Money sum = kept.values().stream().reduce(gbp("0.00"), Money::plus);
      assertThat(sum).as("seed %s, step %s", seed, i).isLessThanOrEqualTo(gbp("100.00"));
      assertThat(answer.kept())
          .as("seed %s, step %s", seed, i)
          .isEqualTo(asked.isGreaterThan(answer.left()) ? answer.left() : asked);
    }
  }

  @Test
  void documentIsGivenToOneLaneAndToItAgainUntilItHasRecordedIt() throws Exception {
    post(recorded(one, order(ORDER, 1, DocumentState.OPEN)), paid(one, ORDER, "2.00"));

    Answer given = takeOver(two);

    assertThat(given).isInstanceOf(Answer.HandedOver.class);
    assertThat(((Answer.HandedOver) given).document().paid()).isEqualTo(gbp("2.00"));
    assertThat(((Answer.HandedOver) given).document().revision()).isEqualTo(2);
    assertThat(takeOver(two)).isEqualTo(given);
    assertThat(takeOver(three))
        .isInstanceOfSatisfying(
            Answer.No.class,
            no -> assertThat(no.why()).startsWith(ORDER + " was given to S01-R02 at 20"));
    assertThat(books.count("document_claim")).isEqualTo(1);
    try (HqWeb web = HqScreens.over(books, folder)) {
      assertThat(new Accountant(web.url()).signOn().get("/documents/1").body())
          .contains("given to S01-R02 by HQ");
    }

    post(recorded(two, order(ORDER, 3, DocumentState.OPEN)));
    assertThat(takeOver(two)).isInstanceOf(Answer.HandedOver.class);
    assertThat(takeOver(three)).isInstanceOf(Answer.HandedOver.class);
    assertThat(books.count("document_claim")).isEqualTo(2);
  }

  @Test
  void whatIsOverOrOnItsWayOrUnknownIsNotGiven() {
    post(
        recorded(one, order(ORDER, 1, DocumentState.OPEN)),
        leftTo(one, order(ORDER, 2, DocumentState.HANDED_OVER), two.lane()));

    assertThat(takeOver(three)).isEqualTo(new Answer.No(ORDER + " is on its way to S01-R02."));
    assertThat(takeOver(two)).isInstanceOf(Answer.HandedOver.class);

    post(pickedUp(two, ORDER, "0.00"));
    assertThat(takeOver(three)).isEqualTo(new Answer.No(ORDER + " is done."));
    assertThat(answers.apply(two.lane(), new Inquiry.TakeOver("S01-R01-D7")))
        .isEqualTo(new Answer.NotKnown("S01-R01-D7"));
    assertThat(books.count("document_claim")).isZero();
  }

  @Test
  void withoutTheBooksThereIsNoAnswer() {
    books.books().close();

    assertThatThrownBy(() -> answers.apply(two.lane(), new Inquiry.OfTicket("S01-R01-1")))
        .isInstanceOf(RuntimeException.class);
  }

  private Answer takeOver(LaneTape lane) {
    return answers.apply(lane.lane(), new Inquiry.TakeOver(ORDER));
  }

  private Answer ask(LaneTape lane, String key, @Nullable String keep) {
    return answers.apply(
        lane.lane(), new Inquiry.OfStoredValue(GIFT, key, keep == null ? null : gbp(keep)));
  }

  private static Answer balance(String left, String kept) {
    return new Answer.Balance(GIFT, StoredValueKind.GIFT, gbp(left), gbp(kept));
  }

  private void post(byte[]... entries) {
    books.ingest().post(List.of(entries));
    assertThat(books.count("suspense")).isZero();
  }
}
