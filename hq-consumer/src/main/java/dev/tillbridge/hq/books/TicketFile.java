package dev.tillbridge.hq.books;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Everything the books hold about one ticket. */
public record TicketFile(
    TicketSummary summary,
    Money net,
    Money tax,
    Money change,
    long drawerSession,
    long priceBook,
    List<Line> lines,
    List<Tax> taxes,
    List<Payment> payments,
    @Nullable Transaction transaction,
    Source source) {

  /** One item. */
  public record Line(
      int number,
      String item,
      String scanned,
      String name,
      BigDecimal quantity,
      Money unitPrice,
      Money amount,
      String taxCategory,
      @Nullable Money bookPrice,
      @Nullable String overrideReason,
      @Nullable Trace trace,
      List<Discount> discounts) {}

  /**
   * Which of an item's prices a line has.
   *
   * @param zone null for the price everywhere
   * @param since by the shop's clock, null for always
   * @param embedded what the barcode carried, null for nothing
   * @param event whose price it is, null for the price book's
   */
  public record Trace(
      @Nullable String zone,
      @Nullable LocalDateTime since,
      @Nullable String embedded,
      @Nullable String event) {}

  /**
   * Taken off a line.
   *
   * @param promotion its code, null when it was given by hand
   */
  public record Discount(@Nullable String promotion, String name, Money amount) {}

  /** The tax of one rate. */
  public record Tax(String category, BigDecimal percent, boolean included, Money net, Money tax) {}

  /** One tender. */
  public record Payment(String type, Money amount) {}

  /** What was posted. */
  public record Transaction(long id, String description, Instant postedAt, List<Side> sides) {}

  /** One posting; a debit when positive. */
  public record Side(String account, String name, String memo, Money amount) {}

  /**
   * The entry it came in.
   *
   * @param previousMatches whether the entry before it has the hash it names; null when that one is
   *     not here
   */
  @SuppressWarnings("ArrayRecordComponent") // shown, never compared
  public record Source(
      String lane,
      long epoch,
      long sequence,
      String operator,
      Instant receivedAt,
      String hash,
      String previous,
      @Nullable Boolean previousMatches,
      byte[] bytes) {}
}
