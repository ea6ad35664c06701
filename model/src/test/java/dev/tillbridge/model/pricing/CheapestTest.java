package dev.tillbridge.model.pricing;

import static dev.tillbridge.model.pricing.AnyShop.CONTEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.ticket.TicketLine;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CheapestTest {

  @Test
  void ofFewUnitsNoOtherWayIsCheaper() {
    for (long seed = 0; seed < 20_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      AnyShop shop = new AnyShop(random);
      List<Promotion> promotions = shop.onGoods(3);
      List<TicketLine> lines = shop.pieces(random.nextInt(1, 7), 1);
      List<Item> units = new ArrayList<>();
      for (TicketLine line : lines) {
        units.add(
            shop.items().stream()
                .filter(i -> i.code().equals(line.item()))
                .findFirst()
                .orElseThrow());
      }

      long saved =
          shop.pricer(promotions).price(lines, CONTEXT).stream()
              .mapToLong(line ->
                  line.undiscounted().getAmountMinorLong() - line.amount().getAmountMinorLong())
              .sum();

      assertThat(saved)
          .as("seed %d", seed)
          .isEqualTo(new CheapestByTrying(units, promotions).saving());
    }
  }
}
