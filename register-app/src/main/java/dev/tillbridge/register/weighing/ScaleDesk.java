package dev.tillbridge.register.weighing;

import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.devices.peripherals.DeviceOutcome;
import dev.tillbridge.devices.peripherals.Peripherals;
import dev.tillbridge.devices.peripherals.Weighing;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.Scan;
import dev.tillbridge.register.pricing.PriceBooks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Rings what is scanned; for goods sold by the kilogram the scale is read first, for at most the
 * few seconds it takes to come to rest. Any thread.
 */
public final class ScaleDesk {

  private static final String KILOGRAM = "kg";

  private final Lane lane;
  private final PriceBooks books;
  private final Peripherals devices;

  public ScaleDesk(Lane lane, PriceBooks books, Peripherals devices) {
    this.lane = lane;
    this.books = books;
    this.devices = devices;
  }

  /** Without a scale at this lane it is rung as it is, and the clerk types the weight. */
  public Outcome scan(Scan scan) {
    return byWeight(scan.code())
        .map(item ->
            weighed(item, () -> lane.scan(scan), weight -> lane.scan(scan.counting(weight))))
        .orElseGet(() -> lane.scan(scan));
  }

  /** Weighs a line that was rung already. */
  public Outcome weigh(int line) {
    List<TicketLine> lines = lane.view().ticket().lines();
    if (line < 1 || line > lines.size()) {
      return lane.refuse(new Refusal.NoSuchLine(line, lines.size()));
    }
    TicketLine rung = lines.get(line - 1);
    return byWeight(rung.item())
        .map(item ->
            weighed(
                item,
                () -> lane.refuse(notWeighed(item, DeviceKind.SCALE.noneHere())),
                weight -> lane.changeQuantity(line, weight)))
        .orElseGet(() -> lane.refuse(new NotByWeight(rung.name())));
  }

  private Outcome weighed(
      BookValue.Item item, Supplier<Outcome> withoutScale, Function<BigDecimal, Outcome> then) {
    return switch (devices.weigh()) {
      case Weighing.NoWeight(DeviceOutcome.Fault why) ->
          why.equals(DeviceKind.SCALE.noneHere())
              ? withoutScale.get()
              : lane.refuse(notWeighed(item, why));
      case Weighing.Weight(BigDecimal kilograms) -> {
        SaleUnit unit = item.unit();
        BigDecimal weight =
            kilograms.setScale(unit == null ? 0 : unit.decimals(), RoundingMode.HALF_UP);
        yield weight.signum() > 0
            ? then.apply(weight)
            : lane.refuse(new TooLight(item.name(), kilograms));
      }
    };
  }

  /** What is sold by the kilogram, unless its label says how much it is. */
  private Optional<BookValue.Item> byWeight(String code) {
    return books
        .current()
        .flatMap(book -> book.find(code))
        .filter(found -> found.embedded() == null)
        .map(found -> found.item())
        .filter(item -> {
          SaleUnit unit = item.unit();
          return unit != null && unit.decimals() > 0 && unit.name().equalsIgnoreCase(KILOGRAM);
        });
  }

  private static Refusal notWeighed(BookValue.Item item, DeviceOutcome.Fault why) {
    return new NotWeighed(item.name(), why.message(), why.nextStep());
  }

  /** The scale says nothing to sell by. */
  public record NotWeighed(String item, String fact, String next) implements Refusal {
    @Override
    public String message() {
      return "%s is sold by weight and was not rung: %s %s A weight typed before the code counts too, such as 0.35*CODE."
          .formatted(item, fact, next);
    }
  }

  /** Less than the smallest step it is sold by. */
  public record TooLight(String item, BigDecimal kilograms) implements Refusal {
    @Override
    public String message() {
      return "%s: %s kg on the scale is less than it is sold by. Put more on it."
          .formatted(item, kilograms.toPlainString());
    }
  }

  /** Sold by the piece. */
  public record NotByWeight(String item) implements Refusal {
    @Override
    public String message() {
      return "%s is not sold by weight. Change its quantity with F2.".formatted(item);
    }
  }
}
