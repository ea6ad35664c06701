package dev.tillbridge.pricebook;

import dev.tillbridge.pricebook.desk.PriceDesk;
import java.math.BigDecimal;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code pricebook change ITEM PRICE --reason TEXT}. */
@Command(
    name = "change",
    mixinStandardHelpOptions = true,
    description = {
      "Changes one item's price at once, in every zone, without approval: for emergencies.",
      "Prices scheduled for later stay. The version's note records who, what and why."
    })
final class ChangeCommand extends DeskCommand {

  @Mixin private final Person person = new Person();

  @Parameters(index = "0", paramLabel = "ITEM", description = "Its code or a barcode.")
  private String item = "";

  @Parameters(index = "1", paramLabel = "PRICE", description = "For example 2.55.")
  private BigDecimal price = BigDecimal.ZERO;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
  private String reason = "";

  ChangeCommand(Clock clock) {
    super(clock);
  }

  @Override
  int at(PriceDesk desk) {
    return tell(desk.change(item, desk.price(price), reason, person.name()), desk);
  }
}
