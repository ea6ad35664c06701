package dev.tillbridge.it.days;

import dev.tillbridge.model.drawer.CashMovement;
import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.journal.DrawerEntry;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the accounts should say, debits positive: sums over tickets and drawer entries that share
 * nothing with HQ's posting rules but the numbers of the standard chart.
 */
final class ExpectedAccounts {

  private static final BigDecimal HUNDRED = new BigDecimal("100");
  private static final Map<String, String> SALES =
      Map.of("STANDARD", "4010", "REDUCED", "4020", "ZERO", "4030");
  private static final Map<String, String> TAX = Map.of("20", "2010", "5", "2020");

  private final Map<String, BigDecimal> sums = new TreeMap<>();

  /** Sums by account, without those that are nought. */
  Map<String, BigDecimal> sums() {
    Map<String, BigDecimal> all = new TreeMap<>();
    sums.forEach((account, sum) -> {
      if (sum.signum() != 0) {
        all.put(account, sum.setScale(2, RoundingMode.UNNECESSARY));
      }
    });
    return all;
  }

  private void debit(String account, BigDecimal amount) {
    sums.merge(account, amount, BigDecimal::add);
  }

  private void credit(String account, BigDecimal amount) {
    debit(account, amount.negate());
  }

  void add(EntryBody body) {
    switch (body) {
      case EntryBody.TicketCompleted(long session, Ticket ticket) -> add(ticket);
      case EntryBody.DrawerOpened opened -> {
        debit("1010", opened.openingFloat().getAmount());
        credit("1000", opened.openingFloat().getAmount());
      }
      case EntryBody.DrawerClosed closed -> {
        BigDecimal counted = closed.countedCash().getAmount();
        BigDecimal expected = closed.expectedCash().getAmount();
        debit("1000", counted);
        credit("1010", expected);
        debit("5900", expected.subtract(counted));
        for (EntryBody.ForeignCount foreign : closed.foreign()) {
          if (foreign.counted().isZero()) { // all of it is gone
            debit("5900", foreign.value().getAmount());
            credit("1020", foreign.value().getAmount());
          }
        }
      }
      case DrawerEntry.CashMoved moved -> {
        BigDecimal amount = moved.amount().getAmount();
        boolean in = moved.movement() == CashMovement.PAY_IN;
        debit("1010", in ? amount : amount.negate());
        credit(
            switch (moved.movement()) {
              case PAY_IN -> "4810";
              case PAY_OUT -> "5800";
              case DROP -> "1000";
            },
            in ? amount : amount.negate());
      }
      case CardEntry.Forwarded word -> {
        if (word.code() == null) {
          debit("5810", word.amount().getAmount());
          credit("1100", word.amount().getAmount());
        }
      }
      case EntryBody other -> {}
    }
  }

  private void add(Ticket ticket) {
    for (Tender tender : ticket.tenders()) {
      debit(
          switch (tender) {
            case Tender.Cash cash -> "1010";
            case Tender.ForeignCash foreign -> "1020";
            case Tender.Card card -> "1100";
            case Tender.StoredValue value -> liability(value.kind());
            case Tender.Deposit deposit -> "2200";
          },
          tender.amount().getAmount());
    }
    credit("1010", ticket.change().getAmount());
    if (ticket.rounding() != null) {
      credit("5890", ticket.rounding().getAmount());
    }
    for (Charge charge : ticket.charges()) {
      credit(
          switch (charge) {
            case Charge.StoredValueSold sold -> liability(sold.kind());
            case Charge.DepositPaid paid -> "2200";
            case Charge.Fee fee -> "4800";
          },
          charge.amount().getAmount());
    }
    goods(ticket);
  }

  private static String liability(StoredValueKind kind) {
    return kind == StoredValueKind.GIFT ? "2100" : "2110";
  }

  /** A rate is worked out once, on the sum of its lines; a line that tells its tax stands apart. */
  private void goods(Ticket ticket) {
    Map<TaxRate, Goods> all = new LinkedHashMap<>();
    Map<TaxRate, Goods> back = new LinkedHashMap<>();
    for (TicketLine line : ticket.lines()) {
      all.computeIfAbsent(line.tax(), Goods::new).add(line);
      if (line.quantity().signum() < 0) {
        back.computeIfAbsent(line.tax(), Goods::new).add(line);
      }
    }
    all.forEach((rate, goods) -> {
      BigDecimal returned = back.getOrDefault(rate, new Goods(rate)).net();
      credit("4900", returned);
      credit(SALES.getOrDefault(rate.category(), "4000"), goods.net().subtract(returned));
      if (ticket.exemption() == null) {
        credit(TAX.getOrDefault(rate.percent().toPlainString(), "2000"), goods.tax());
      }
    });
  }

  /** Lines of one rate. */
  private static final class Goods {

    private final TaxRate rate;
    private BigDecimal lines = BigDecimal.ZERO;
    private BigDecimal linesOfTheRate = BigDecimal.ZERO;
    private BigDecimal told = BigDecimal.ZERO;

    Goods(TaxRate rate) {
      this.rate = rate;
    }

    void add(TicketLine line) {
      BigDecimal amount = line.amount().getAmount();
      lines = lines.add(amount);
      if (line.returned() == null || line.returned().tax() == null) {
        linesOfTheRate = linesOfTheRate.add(amount);
      } else {
        told = told.add(line.returned().tax().getAmount());
      }
    }

    BigDecimal tax() {
      BigDecimal whole = rate.mode() == TaxMode.INCLUSIVE ? HUNDRED.add(rate.percent()) : HUNDRED;
      return linesOfTheRate
          .multiply(rate.percent())
          .divide(whole, 2, RoundingMode.HALF_UP)
          .add(told);
    }

    BigDecimal net() {
      return rate.mode() == TaxMode.INCLUSIVE ? lines.subtract(tax()) : lines;
    }
  }
}
