package dev.tillbridge.register.screen;

import dev.tillbridge.broker.link.LinkStatus;
import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.model.delivery.DiskStatus;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.offsite.EventName;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.LineDiscount;
import dev.tillbridge.model.ticket.PriceBasis;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.receipt.QuantityWords;
import dev.tillbridge.register.ticket.CardUnderWay;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The lane's state as other programs read it, in {@code /lane.json} and in the answer to every
 * command.
 *
 * @param csrf the token the session's next changing request must carry
 * @param refusal why the last command was refused, null when it was not
 * @param training whether nothing here is real
 * @param event the register sells at, null in the shop
 */
record LaneJson(
    LaneId lane,
    long epoch,
    String csrf,
    @Nullable String refusal,
    LaneView.@Nullable SignedOn operator,
    LaneView.@Nullable Drawer drawer,
    OpenTicket ticket,
    @Nullable LastTicket last,
    LinkStatus link,
    LaneView.@Nullable Book book,
    LaneView.Journal journal,
    Delivery delivery,
    boolean training,
    @Nullable EventName event) {

  /**
   * How far HQ has this register's entries.
   *
   * @param recorded last sequence in the journal
   * @param atHq last sequence HQ has everything up to, 0 when it never said
   * @param clockOffsetMs the store's clock less this one's, null when they were never compared
   * @param problem what needs a human, null when nothing does
   */
  record Delivery(
      long recorded,
      long atHq,
      long onTheWay,
      DiskStatus.Level disk,
      @Nullable Long clockOffsetMs,
      @Nullable String problem) {

    static Delivery of(DeliveryStatus status) {
      Duration offset = status.clockOffset();
      return new Delivery(
          status.recorded(),
          status.atHq(),
          status.onTheWay(),
          status.disk().level(),
          offset == null ? null : offset.toMillis(),
          status.problem());
    }
  }

  /**
   * @param priceBook version that prices it, 0 while it is empty
   * @param saved by all discounts
   * @param due still to be paid; negative when the customer is given money
   * @param card payment under way, null for none
   */
  record OpenTicket(
      TicketKind kind,
      @Nullable String reference,
      long priceBook,
      @Nullable PricingContext pricing,
      List<Line> lines,
      Money saved,
      Money total,
      Money due,
      List<Tender> payments,
      @Nullable CardUnderWay card) {}

  /**
   * @param unit what the quantity counts, null when the price book does not say
   */
  record Line(
      int number,
      String item,
      String name,
      BigDecimal quantity,
      @Nullable String unit,
      Money unitPrice,
      List<LineDiscount> discounts,
      Money amount,
      @Nullable PriceOverride override,
      @Nullable PriceBasis basis) {}

  record LastTicket(
      String number,
      @Nullable String reference,
      Money total,
      Money change,
      long sequence,
      EntryHash hash,
      boolean printed,
      @Nullable String problem) {}

  static LaneJson of(
      LaneView view,
      LinkStatus link,
      DeliveryStatus delivery,
      String csrf,
      @Nullable String refusal) {
    return new LaneJson(
        view.lane(),
        view.epoch(),
        csrf,
        refusal,
        view.operator(),
        view.drawer(),
        open(view.ticket()),
        last(view.last()),
        link,
        view.book(),
        view.journal(),
        Delivery.of(delivery),
        view.training(),
        view.event() == null ? null : view.event().title());
  }

  /** Without people, money and tickets: for callers nobody has signed on. */
  static LaneJson forStrangers(
      LaneView view,
      LinkStatus link,
      DeliveryStatus delivery,
      String csrf,
      @Nullable String refusal) {
    Money none = Money.zero(view.ticket().total().getCurrencyUnit());
    OpenTicket nothing =
        new OpenTicket(
            TicketKind.SALE, null, 0, null, List.of(), none, none, none, List.of(), null);
    return new LaneJson(
        view.lane(),
        view.epoch(),
        csrf,
        refusal,
        null,
        null,
        nothing,
        null,
        link,
        view.book(),
        view.journal(),
        Delivery.of(delivery),
        view.training(),
        null);
  }

  private static OpenTicket open(LaneView.Open ticket) {
    return new OpenTicket(
        ticket.kind(),
        ticket.reference(),
        ticket.priceBook(),
        ticket.pricing(),
        ticket.lines().stream().map(line -> line(line, ticket.units())).toList(),
        ticket.saved(),
        ticket.total(),
        ticket.due(),
        ticket.tenders(),
        ticket.card());
  }

  private static Line line(TicketLine line, Map<String, String> units) {
    return new Line(
        line.number(),
        line.item(),
        line.name(),
        line.quantity(),
        QuantityWords.unit(line, units),
        line.unitPrice(),
        line.discounts(),
        line.amount(),
        line.override(),
        line.basis());
  }

  private static @Nullable LastTicket last(LaneView.@Nullable Last last) {
    return last == null
        ? null
        : new LastTicket(
            last.number(),
            last.reference(),
            last.total(),
            last.change(),
            last.sequence(),
            last.hash(),
            last.printed(),
            last.problem());
  }
}
