package dev.tillbridge.register.lane;

import dev.tillbridge.model.ticket.TicketLine;
import java.util.List;
import java.util.random.RandomGenerator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a seed makes people do; figures lie about what they may. */
final class AnyDeeds {

  private static final List<String> CODES = List.of("PENNY", "CHEAP", "ODD", "DEAR");
  private static final int[] PERCENTS = {0, 1, 4, 5, 9, 10, 11, 20, 25, 30, 31, 50, 100};
  private static final int[] PRICE_PERCENTS = {0, 50, 69, 70, 89, 90, 95, 99, 100, 200, 1000};

  private final RandomGenerator random;
  private int reasons;

  AnyDeeds(RandomGenerator random) {
    this.random = random;
  }

  Deed next(Shop shop, @Nullable Person signedOn, List<Deed.Question> asked) {
    LaneView view = shop.lane.view();
    if (signedOn == null && random.nextInt(4) > 0) {
      return new Deed.ComesOn(anybody());
    }
    if (random.nextInt(100) < (view.asked() == null ? 2 : 60)) {
      return allows(asked);
    }
    List<TicketLine> lines = view.ticket().lines();
    return lines.isEmpty() || random.nextInt(100) < 30
        ? withoutLine(shop, lines)
        : onLine(lines, 1 + random.nextInt(lines.size()));
  }

  private Deed withoutLine(Shop shop, List<TicketLine> lines) {
    return switch (random.nextInt(48)) {
      case 0, 1, 2, 3 -> new Deed.TakeBack();
      case 4, 5 -> new Deed.SellAgain();
      case 6 -> new Deed.Hold();
      case 7, 8 -> recalls(shop);
      case 9 -> new Deed.VoidAll();
      case 10 -> new Deed.PayPart(random.nextLong(2_000));
      case 11 -> new Deed.GivePartBack();
      case 12, 13, 14, 15 -> new Deed.PayRest();
      case 16, 17 -> new Deed.ComesOn(anybody());
      case 18 -> new Deed.Leaves();
      case 19 -> random.nextBoolean() ? new Deed.PowerCut() : new Deed.Practises(code());
      default -> rings(lines);
    };
  }

  private Deed onLine(List<TicketLine> lines, int number) {
    TicketLine line = lines.get(number - 1);
    return switch (random.nextInt(16)) {
      case 0, 1, 2 -> new Deed.Count(number, pieces());
      case 3, 4, 5 -> new Deed.Price(number, partOf(book(line), PRICE_PERCENTS));
      case 6, 7, 8 -> new Deed.PercentOffLine(number, oneOf(PERCENTS));
      case 9, 10 -> new Deed.AmountOffLine(number, partOf(minor(line.undiscounted()), PERCENTS));
      case 11 -> new Deed.PercentOffTicket(oneOf(PERCENTS), "ticket " + ++reasons);
      case 12, 13 ->
          new Deed.AmountOffTicket(
              partOf(lines.stream().mapToLong(each -> minor(each.undiscounted())).sum(), PERCENTS),
              "ticket " + ++reasons);
      default -> new Deed.VoidLine(number);
    };
  }

  private Deed rings(List<TicketLine> lines) {
    String code = lines.isEmpty() || random.nextInt(3) > 0 ? code() : lines.getFirst().item();
    Long price = random.nextInt(6) == 0 ? random.nextLong(12_000) : null;
    return new Deed.Ring(code, pieces(), price);
  }

  private Deed recalls(Shop shop) {
    var held = shop.lane.state().open().documents();
    return new Deed.GoOn(
        held.isEmpty() ? "S01-R01-D9" : held.get(random.nextInt(held.size())).number());
  }

  /** Mostly who may, of what is asked now; at times anybody, of something read long ago. */
  private Deed allows(List<Deed.Question> asked) {
    Person who = random.nextInt(3) == 0 ? anybody() : Person.ANN;
    Deed.Question read =
        switch (asked.isEmpty() ? 0 : random.nextInt(4)) {
          case 0 -> null;
          case 1 -> asked.get(random.nextInt(asked.size()));
          default -> asked.getLast();
        };
    return new Deed.Allows(who, random.nextInt(12) > 0, read);
  }

  private Person anybody() {
    return Person.values()[random.nextInt(Person.values().length)];
  }

  private String code() {
    return CODES.get(random.nextInt(CODES.size()));
  }

  private int pieces() {
    return random.nextInt(8) == 0 ? 10 : 1 + random.nextInt(3);
  }

  private long partOf(long pence, int[] percents) {
    return pence * oneOf(percents) / 100 + (random.nextInt(6) == 0 ? 1 : 0);
  }

  private int oneOf(int[] figures) {
    return figures[random.nextInt(figures.length)];
  }

  private static long book(TicketLine line) {
    return minor(line.override() == null ? line.unitPrice() : line.override().bookPrice());
  }

  private static long minor(Money money) {
    return money.abs().getAmountMinorLong();
  }
}
