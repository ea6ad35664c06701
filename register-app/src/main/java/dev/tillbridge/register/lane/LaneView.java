package dev.tillbridge.register.lane;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.model.ticket.TicketParticulars;
import dev.tillbridge.register.drawer.XReading;
import dev.tillbridge.register.ticket.CardUnderWay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All the screen shows of a lane at one moment. The link's state is not the lane's: ask the node.
 *
 * @param revision rises with every change; of two views the one with the higher revision is newer
 * @param command revision of the view that the last command made; a later change (a receipt that
 *     came out, another price book) leaves standing what was said of that command
 * @param refused why the last command was refused, null when it was not
 * @param operator who is signed on, null when nobody is
 * @param drawer the open drawer session, null when the drawer is closed
 * @param ticket the open ticket, without lines when nothing is rung
 * @param last the ticket completed last, null on a new register
 * @param book the price book in force, null when none has come yet
 * @param reading the X reading of the open session, null when the drawer is closed
 * @param standing disk, clock and numbers when the view was made; {@link Lane#standing} has them
 *     now
 * @param event the register sells at, null in the shop
 * @param training whether nothing here is real
 * @param asked what another person may allow now, null when nothing was refused just now
 */
public record LaneView(
    long revision,
    long command,
    LaneId lane,
    long epoch,
    CurrencyUnit currency,
    @Nullable Refusal refused,
    @Nullable SignedOn operator,
    @Nullable Drawer drawer,
    Open ticket,
    @Nullable Last last,
    @Nullable Book book,
    Journal journal,
    @Nullable XReading reading,
    Standing standing,
    @Nullable OffsiteEvent event,
    boolean training,
    @Nullable Asked asked) {

  /** Why the last command was refused, in English; null when it was not. */
  public @Nullable String refusal() {
    return refused == null ? null : refused.message();
  }

  /**
   * @param number of the question: another refusal is another question
   */
  public record Asked(long number, Refusal refusal) {}

  public record SignedOn(String id, String name) {}

  /**
   * @param cash what should lie in the drawer now
   */
  public record Drawer(long session, LocalDate businessDate, Money cash) {}

  /**
   * @param kind which way goods go; quantities and total are negative on a return
   * @param quickCash amounts for keys, the total first; empty when the customer has nothing to pay
   * @param priceBook version that prices this ticket, also when a newer one is in force
   * @param pricing with what the book was asked, null before the first line
   * @param units what the quantity of an item counts, by its code; without those that have none
   * @param saved by all discounts; negative on a return
   * @param tenders taken so far
   * @param due still to be paid; negative when the customer is given money
   * @param card payment under way, null for none
   * @param problem why a power cut would lose this ticket or why its prices changed, null when all
   *     is well
   */
  public record Open(
      TicketKind kind,
      @Nullable String reference,
      long priceBook,
      @Nullable PricingContext pricing,
      List<TicketLine> lines,
      Map<String, String> units,
      Money saved,
      List<TaxAmount> taxes,
      Money net,
      Money tax,
      Money total,
      TicketParticulars particulars,
      List<Tender> tenders,
      Money due,
      @Nullable CardUnderWay card,
      List<Money> quickCash,
      @Nullable String problem) {

    /** Whether there is nothing to be paid for yet. */
    public boolean isEmpty() {
      return lines.isEmpty() && particulars.charges().isEmpty();
    }
  }

  /**
   * @param change what the customer gets back
   * @param newest whether it is what ended a ticket last in the drawer in use; what was held or
   *     voided since has no change
   * @param printed whether its receipt came out since it was completed or reprinted
   * @param problem what a device could not do and what to do about it, null when all is well; null
   *     with {@code printed} false means it is being printed
   */
  public record Last(
      String number,
      TicketKind kind,
      @Nullable String reference,
      Money total,
      Money tendered,
      Money change,
      @Nullable Money rounding,
      List<Tender> tenders,
      long sequence,
      EntryHash hash,
      boolean newest,
      boolean printed,
      @Nullable String problem) {}

  public record Book(long version, Instant publishedAt, int items) {}

  /**
   * @param sequence of the last entry
   * @param head its hash
   */
  public record Journal(long sequence, EntryHash head) {}
}
