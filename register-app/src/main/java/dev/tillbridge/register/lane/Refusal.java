package dev.tillbridge.register.lane;

import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.operator.OperatorRole;
import dev.tillbridge.screens.words.ByteWords;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Why a command was not carried out. */
public interface Refusal {

  /** For the clerk: the fact, the values, and what to do. */
  String message();

  /**
   * What somebody of another role would allow, for that person to read; null when it is not only
   * the role that forbids it.
   */
  default @Nullable String request() {
    return null;
  }

  /** Whether only the role forbids it, so that somebody of another may allow it in place. */
  default boolean mayBeAllowed() {
    return request() != null;
  }

  record NotSignedOn() implements Refusal {
    @Override
    public String message() {
      return "Nobody is signed on. Sign on first.";
    }
  }

  record AnotherIsSignedOn(String name) implements Refusal {
    @Override
    public String message() {
      return name + " is signed on here and has to sign off first.";
    }
  }

  record WrongPin() implements Refusal {
    @Override
    public String message() {
      return "Operator or PIN is wrong. Try again.";
    }
  }

  record TooManyWrongPins(Duration left) implements Refusal {
    @Override
    public String message() {
      long seconds = left.plusMillis(999).toSeconds();
      return "Too many wrong PINs. Try again in " + seconds + " s.";
    }
  }

  record DrawerClosed() implements Refusal {
    @Override
    public String message() {
      return "The drawer is closed. Open it with a float first.";
    }
  }

  record DrawerAlreadyOpen(long session, LocalDate businessDate) implements Refusal {
    @Override
    public String message() {
      return "Drawer session %d of %s is open already. Count and close it first."
          .formatted(session, businessDate);
    }
  }

  record TicketInProgress(int lines, Money total) implements Refusal {
    @Override
    public String message() {
      return "A ticket of %d lines, %s, is open. Take the money or void it first."
          .formatted(lines, total);
    }
  }

  record EmptyTicket() implements Refusal {
    @Override
    public String message() {
      return "The ticket is empty. Scan something first.";
    }
  }

  record NoPriceBook() implements Refusal {
    @Override
    public String message() {
      return "This register has no price book yet, so it cannot price anything."
          + " It comes by itself once the store server is reached.";
    }
  }

  record BookInAnotherCurrency(long version, Money price, CurrencyUnit expected)
      implements Refusal {
    @Override
    public String message() {
      return "Price book %d has the price %s and this register sells in %s. Tell the price-book admin."
          .formatted(version, price, expected);
    }
  }

  record UnknownBarcode(String code, long version) implements Refusal {
    @Override
    public String message() {
      return "\"%s\" is not in price book %d. Check the digits, or ask for its price."
          .formatted(code, version);
    }
  }

  /** The price book's file was found damaged while pricing; the message is the book's own. */
  record BookDamaged(String message) implements Refusal {}

  record TooFine(String name, BigDecimal quantity, SaleUnit unit) implements Refusal {
    @Override
    public String message() {
      String allowed =
          switch (unit.decimals()) {
            case 0 -> "whole numbers only";
            case 1 -> "with 1 decimal at most";
            default -> "with %d decimals at most".formatted(unit.decimals());
          };
      return "%s is sold by %s, %s; %s is not possible."
          .formatted(name, unit.name(), allowed, quantity.toPlainString());
    }
  }

  record WeightOnLabel(String name, BigDecimal weight) implements Refusal {
    @Override
    public String message() {
      return "The label of %s says %s, so it cannot be multiplied or changed. Scan each label by itself; to correct one, void its line."
          .formatted(name, weight.toPlainString());
    }
  }

  /**
   * @param percent what this person may take off
   * @param taken off the item in all, a lower price included
   * @param ofAll percentage given on the whole ticket, null for none
   * @param ofTicket taken off all lines by hand
   */
  record DiscountTooHigh(
      String operator,
      OperatorRole role,
      BigDecimal percent,
      String item,
      Money taken,
      Money allowed,
      @Nullable BigDecimal ofAll,
      Money ofTicket)
      implements Refusal {
    @Override
    public String request() {
      return ofAll == null
          ? "%s off %s by hand; %s may take off %s. The whole ticket then has %s off by hand."
              .formatted(taken, item, operator, allowed, ofTicket)
          : "%s %% off the whole ticket, also off what is rung afterwards. By hand %s is off it then, %s of that off %s; %s may take off %s %%."
              .formatted(plain(ofAll), ofTicket, taken, item, operator, plain(percent));
    }

    @Override
    public String message() {
      String fact =
          "%s may take %s %% off by hand: %s for %s, not %s."
              .formatted(operator, plain(percent), allowed, item, taken);
      return fact
          + switch (role) {
            case CLERK, SUPERVISOR ->
                " Give less, or have somebody allow it who may (Approve), or ask a manager to sign on over you.";
            case MANAGER -> " Give less: that is the limit of every manager here.";
          };
    }

    private static String plain(BigDecimal percent) {
      return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
    }
  }

  record DiscountReasonMissing() implements Refusal {
    @Override
    public String message() {
      return "A discount needs a reason. Choose one or type it.";
    }
  }

  record UnknownCoupon(String code, long version) implements Refusal {
    @Override
    public String message() {
      return "No promotion in price book %d asks for the coupon \"%s\". Check its letters and digits; without one it is worth nothing here."
          .formatted(version, code);
    }
  }

  record CouponTaken(String code) implements Refusal {
    @Override
    public String message() {
      return "Coupon %s is on this ticket already. It counts once.".formatted(code);
    }
  }

  /**
   * @param known groups that a promotion is for
   */
  record UnknownGroup(String code, long version, List<String> known) implements Refusal {
    @Override
    public String message() {
      return known.isEmpty()
          ? "Price book %d has no promotion for any customer group.".formatted(version)
          : "No promotion in price book %d is for customer group \"%s\". It has %s."
              .formatted(version, code, String.join(", ", known));
    }
  }

  record NoSuchLine(int number, int lines) implements Refusal {
    @Override
    public String message() {
      return lines == 0
          ? "There is no line %d: the ticket is empty.".formatted(number)
          : "There is no line %d: the ticket has lines 1 to %d.".formatted(number, lines);
    }
  }

  record TooManyLines(int most) implements Refusal {
    @Override
    public String message() {
      return "A ticket has at most %,d lines. Take the money and go on with another ticket."
          .formatted(most);
    }
  }

  record NothingToApprove() implements Refusal {
    @Override
    public String message() {
      return "There is nothing to approve: nothing was refused just now.";
    }
  }

  record ApproveYourself(String name) implements Refusal {
    @Override
    public String message() {
      return "%s asked for it, so somebody else has to approve it.".formatted(name);
    }
  }

  /** A value outside its limits. */
  record NotAllowed(String what, String given, String allowed) implements Refusal {
    @Override
    public String message() {
      return "%s \"%s\" is not possible; allowed is %s.".formatted(what, given, allowed);
    }
  }

  record ReasonMissing(Money bookPrice, Money price) implements Refusal {
    @Override
    public String message() {
      return "%s instead of the price book's %s needs a reason.".formatted(price, bookPrice);
    }
  }

  record ZeroTotal(TicketKind kind) implements Refusal {
    @Override
    public String message() {
      return "The total is zero: there is nothing to pay. Check the prices, or void the ticket.";
    }
  }

  /**
   * @param payout whether the money would go to the customer
   */
  record MoreThanDue(Money most, Money given, boolean payout) implements Refusal {
    @Override
    public String message() {
      return payout
          ? "This return pays out exactly %s, not %s.".formatted(most, given)
          : "%s is more than the %s still to be paid, and there is no change for it. Take %s."
              .formatted(given, most, most);
    }
  }

  record PaymentsTaken(int payments, Money paid) implements Refusal {
    @Override
    public String message() {
      return payments == 1
          ? "%s was taken already. Give it back first (Payments, ⇧F9), then change or void the ticket."
              .formatted(paid)
          : "%d payments of %s in all were taken already. Give them back first (Payments, ⇧F9), then change or void the ticket."
              .formatted(payments, paid);
    }
  }

  record NoSuchPayment(int number, int payments) implements Refusal {
    @Override
    public String message() {
      return "There is no payment %d; this ticket has %d.".formatted(number, payments);
    }
  }

  /**
   * The disk has room for what is open, and not for anything new.
   *
   * @param what would have been begun
   */
  record DiskFull(String what, long freeBytes) implements Refusal {
    @Override
    public String message() {
      return "No new %s can be begun: this register's disk has %s left. Nothing was lost, and what is open can be finished. Have somebody make room; selling goes on by itself."
          .formatted(what, ByteWords.of(freeBytes));
    }
  }

  /** The disk is at its reserve. */
  record JournalFull(String detail) implements Refusal {
    @Override
    public String message() {
      return "The register's disk is full, so nothing more can be recorded and nothing was taken. "
          + detail
          + " Call the operator to make room.";
    }
  }

  /** The write failed, and the journal shows that the entry is not in it. */
  record NotRecorded(String detail) implements Refusal {
    @Override
    public String message() {
      return "It could not be recorded and nothing was changed. " + detail + " Try again.";
    }
  }

  /** The write failed, and the journal cannot be asked whether the entry is in it. */
  record OutcomeUnknown(String detail) implements Refusal {
    @Override
    public String message() {
      return "It is not known yet whether the last step was recorded, so this lane waits. "
          + detail
          + " Try again; give no change and no goods until it is clear.";
    }
  }

  /** The journal had entries this lane had not seen; it has read them now. */
  record JournalMovedOn(long from, long to) implements Refusal {
    @Override
    public String message() {
      return "The journal was at entry %d and not %d; the lane has read it again. Check the screen and try again."
          .formatted(to, from);
    }
  }

  /** Journal and lane contradict each other: a human has to look. */
  record LaneHalted(String detail) implements Refusal {
    @Override
    public String message() {
      return "This lane has stopped to protect its records. " + detail + " Call the operator.";
    }
  }

  /** A first line that a power cut would lose is not taken. */
  record TicketNotSaved(String detail) implements Refusal {
    @Override
    public String message() {
      return "A new ticket cannot be begun, because it could not be kept safe. " + detail;
    }
  }

  record ChangeNotSaved(String detail) implements Refusal {
    @Override
    public String message() {
      return "That was not begun, because it could not be kept safe. Take cash. " + detail;
    }
  }

  record CardAsked(Money amount) implements Refusal {
    @Override
    public String message() {
      return "A card payment of %s is under way. Wait for its answer first.".formatted(amount);
    }
  }

  record NoPresent(String ticket) implements Refusal {
    @Override
    public String message() {
      return "Nothing was sold on ticket %s, so it has no gift receipt. Reprint its receipt with F9."
          .formatted(ticket);
    }
  }

  record NothingToReprint() implements Refusal {
    @Override
    public String message() {
      return "This register has no completed ticket, so there is nothing to print again.";
    }
  }

  /** A line from a receipt goes back for what was paid, and nothing else. */
  record AsOnReceipt(int line) implements Refusal {
    @Override
    public String message() {
      return "Line %d goes back for what was paid on its receipt, so it cannot be changed. Void it and choose again."
          .formatted(line);
    }
  }

  /** A receipt was scanned where an item belongs. */
  record ReceiptScanned(String number) implements Refusal {
    @Override
    public String message() {
      return "%s is a receipt's number. Open Return (F6) and scan it there.".formatted(number);
    }
  }

  record PrinterBusy(int waiting) implements Refusal {
    @Override
    public String message() {
      return "%d receipts wait for the printer already. Check the printer, then print again."
          .formatted(waiting);
    }
  }

  /** What was agreed is not changed on the ticket that hands it over or pays on it. */
  record DocumentInHand(String number) implements Refusal {
    @Override
    public String message() {
      return "This ticket is for %s and stays as it was agreed. Take the money, or void the ticket: the document stays open. Ring other goods on a ticket of their own."
          .formatted(number);
    }
  }

  /** A deposit is given back by cancelling its document only. */
  record DepositInHand(String number, Money deposit) implements Refusal {
    @Override
    public String message() {
      return "%s were paid on %s before, so they are not given back here. Void the ticket to leave the document open, or cancel the document."
          .formatted(deposit, number);
    }
  }
}
