package dev.tillbridge.hq.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.ledger.ChartFile;
import dev.tillbridge.hq.ledger.LedgerTransaction;
import dev.tillbridge.hq.ledger.LedgerTransaction.Kind;
import dev.tillbridge.hq.ledger.Posting;
import dev.tillbridge.hq.testing.Baskets;
import dev.tillbridge.hq.testing.LaneTape;
import dev.tillbridge.model.ticket.Ticket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuspenseRulesTest {

  private static final LocalDate RECEIVED = LaneTape.DAY.plusDays(1);

  private final SuspenseRules rules = new SuspenseRules(ChartFile.standard());
  private final LaneTape tape = new LaneTape("S01-R01");
  private final Baskets baskets = new Baskets(5);

  @Test
  void ticketsTotalIsMoneyNotIdentifiedOnItsOwnDayWhateverItWasPaidWith() {
    Ticket sale = baskets.sale("S01-R01-1");

    LedgerTransaction booked = rules.transactionOf(tape.ticket(sale), RECEIVED).orElseThrow();

    assertThat(booked.kind()).isEqualTo(Kind.SUSPENSE);
    assertThat(booked.businessDate()).isEqualTo(LaneTape.DAY);
    assertThat(booked.drawerSession()).isEqualTo(1);
    assertThat(String.valueOf(booked.source())).isEqualTo("S01-R01/20261120070000/1");
    assertThat(booked.postings())
        .extracting(Posting::account, Posting::amount)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1900", sale.total()),
            org.assertj.core.groups.Tuple.tuple("2900", sale.total().negated()));
  }

  @Test
  void returnIsMoneyThatWentOut() {
    Ticket back = baskets.giveBack("S01-R01-2");

    LedgerTransaction booked = rules.transactionOf(tape.ticket(back), RECEIVED).orElseThrow();

    assertThat(booked.postings().getFirst().amount()).isEqualTo(back.total());
    assertThat(back.total().isNegative()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "drawer-opened, openingFloat, GBP 80.00, 80.00",
    "drawer-closed, expectedCash, GBP 93.10, -93.10"
  })
  void drawerAmountsAreBookedAsFarAsTheyCanBeRead(
      String type, String field, String money, String cash) {
    String text =
        "{\"v\":7,\"entry\":{\"body\":{\"type\":\"%s\",\"%s\":\"%s\"}}}"
            .formatted(type, field, money);

    LedgerTransaction booked =
        rules.transactionOf(text.getBytes(StandardCharsets.UTF_8), RECEIVED).orElseThrow();

    assertThat(booked.postings().getFirst().account()).isEqualTo("1900");
    assertThat(booked.postings().getFirst().amount()).isEqualTo(Money.parse("GBP " + cash));
    assertThat(booked.businessDate()).isEqualTo(RECEIVED);
    assertThat(booked.source()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2027-01-01", "9999-12-31", "1970-01-01", "yesterday", ""})
  void implausibleBusinessDateIsReplacedByTheDayItCame(String date) {
    String text =
        "{\"entry\":{\"businessDate\":\"%s\",\"body\":{\"type\":\"ticket\",\"ticket\":{\"total\":\"GBP 1.00\"}}}}"
            .formatted(date);

    assertThat(rules.transactionOf(text.getBytes(StandardCharsets.UTF_8), RECEIVED))
        .get()
        .extracting(LedgerTransaction::businessDate)
        .isEqualTo(RECEIVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "garbage",
        "[1,2",
        "{\"entry\":3}",
        "{\"entry\":{\"body\":{\"type\":\"ticket\",\"ticket\":{\"total\":\"GBP 0.00\"}}}}",
        "{\"entry\":{\"body\":{\"type\":\"ticket\",\"ticket\":{\"total\":\"GBP 1000000000000000.00\"}}}}",
        "{\"entry\":{\"body\":{\"type\":\"ticket\",\"ticket\":{\"total\":\"QQQ 1.00\"}}}}",
        "{\"entry\":{\"body\":{\"type\":\"ticket\",\"ticket\":{\"total\":1.5}}}}",
        "{\"entry\":{\"body\":{\"type\":\"ticket-voided\",\"total\":\"GBP 3.00\"}}}"
      })
  void nothingIsBookedWhereNoAmountCanBeRead(String text) {
    assertThat(rules.transactionOf(text.getBytes(StandardCharsets.UTF_8), RECEIVED)).isEmpty();
  }

  @Test
  void amountIsReadWhateverBecameOfTheSeal() {
    Ticket sale = baskets.sale("S01-R01-7");
    byte[] whole = tape.ticket(sale);
    byte[] noSeal = whole.clone();
    noSeal[noSeal.length - 5] = '*';
    byte[] cutOff = Arrays.copyOf(whole, whole.length - 30);

    for (byte[] bytes : List.of(LaneTape.badlySealed(whole), noSeal, cutOff)) {
      assertThat(rules.transactionOf(bytes, RECEIVED).orElseThrow().postings().getFirst().amount())
          .isEqualTo(sale.total());
    }
  }

  @Test
  void damagedBytesNeverThrow() {
    byte[] whole = tape.ticket(baskets.sale("S01-R01-3"));
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = whole.clone();
      for (int hit = 0; hit <= i % 4; hit++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }

      Optional<LedgerTransaction> booked = rules.transactionOf(damaged, RECEIVED);

      booked.ifPresent(transaction ->
          assertThat(transaction.postings())
              .extracting(Posting::account)
              .containsExactly("1900", "2900"));
    }
  }
}
