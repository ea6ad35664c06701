package dev.tillbridge.register.offsite;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.register.lane.Outcome;
import org.junit.jupiter.api.Test;

/** Lists of an event, taken and refused. */
class EventListTest extends AtTheFair {

  @Test
  void aListIsTakenWholeOrNotAtAll() {
    assertThat(said(start("85123A,,2.00\nHOT1,Mulled wine,4.50")))
        .contains("Line 2", "its tax category is needed");
    assertThat(said(start("85123A,,2.00\nHOT1,,4.50,standard"))).contains("its name of 1 to 60");
    assertThat(said(start("HOT1,Wine,4.50,luxury"))).contains("Line 1", "\"luxury\"");
    assertThat(said(start("85123A,,two"))).contains("it says \"two\"");
    assertThat(said(start("85123A,,0"))).contains("above zero");
    assertThat(said(start("85123A,,2.001"))).contains("such as 2.50");
    assertThat(said(start("85123A,,2.00\n\n5085123A,,1.00"))).contains("Line 3", "on line 1");
    assertThat(said(start("85123A,,2.00,reduced"))).contains("has the tax category \"standard\"");
    assertThat(said(start("S01-R01-17,Wine,4.50,standard"))).contains("reads as a receipt");
    assertThat(said(start("A,Wine,1.00,standard\n".repeat(1) + rows(200))))
        .contains("more than 200");

    assertThat(event()).isNull();
    assertThat(shop.journal.entries()).isEmpty();
  }

  private static String rows(int count) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      rows.append("Q").append(i).append(",Quick,1.00,standard\n");
    }
    return rows.toString();
  }

  @Test
  void aSpreadsheetsTabsAndCommasAreUnderstood() {
    assertThat(start("85123A\t\t2,05\nHOT1\tMulled wine\t4,5\tstandard"))
        .isInstanceOf(Outcome.Done.class);
    assertThat(there(event()).items().stream().map(item -> item.price()))
        .containsExactly(gbp("2.05"), gbp("4.50"));
    assertThat(there(event()).items().stream().map(item -> item.quick()))
        .containsExactly(false, true);
  }

  @Test
  void twoHundredRowsAreTaken() {
    assertThat(start(rows(200))).isInstanceOf(Outcome.Done.class);
    assertThat(there(event()).items()).hasSize(OffsiteEvent.ITEMS_MAX);
  }

  @Test
  void aRowWithAPaymentCardsNumberIsRefusedWithoutIt() {
    assertThat(said(start("7,Lamp 4111 1111 1111 1111,2.50,standard")))
        .contains("Line 1 of the list", "what looks like a payment card's number")
        .doesNotContain("1111");
    assertThat(said(start("4111111111111111,Lamp,2.50,standard")))
        .contains("what looks like a payment card's number")
        .doesNotContain("1111");
    assertThat(event()).isNull();

    assertThat(start("4006381000093,Lamp,2.50,standard")).isInstanceOf(Outcome.Done.class);
  }
}
