package dev.tillbridge.register.openticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.PriceOverride;
import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.lane.ShopBook;
import dev.tillbridge.register.lane.SteppedClock;
import dev.tillbridge.register.ticket.GivenDiscount;
import dev.tillbridge.register.ticket.OpenTicket;
import dev.tillbridge.register.ticket.OpenTicketStore.NotSaved;
import dev.tillbridge.register.ticket.SavedTicket;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenTicketFileTest {

  @TempDir Path folder;
  private OpenTicketFile file;

  @BeforeEach
  void open() throws IOException {
    file = another();
  }

  private OpenTicketFile another() throws IOException {
    return new OpenTicketFile(folder, new SteppedClock("2026-11-22T08:00:00Z"));
  }

  @Test
  void aSavedTicketIsLoadedByTheNextStart() throws IOException {
    SavedTicket ticket = ticket(3);

    file.save(ticket(1));
    file.save(ticket);

    assertThat(another().load()).contains(ticket);
  }

  @Test
  void thereIsNothingToLoadAtFirstAndAfterARemoval() {
    assertThat(file.load()).isEmpty();
    file.save(ticket(1));

    file.remove();
    file.remove();

    assertThat(file.load()).isEmpty();
  }

  /** The newest slot as a power cut leaves it: cut off anywhere, what it held before behind it. */
  @Test
  void aHalfWrittenTicketDoesNotHarmTheOneBefore() throws IOException {
    file.save(ticket(1));
    byte[] old = Files.readAllBytes(folder.resolve("open-ticket.1"));
    SavedTicket before = ticket(2);
    file.save(before);
    file.save(ticket(3));
    byte[] whole = Files.readAllBytes(folder.resolve("open-ticket.1"));
    int end = lastDifference(old, whole) + 1;

    for (int cut = 0; cut < end; cut++) {
      byte[] torn = old.clone();
      System.arraycopy(whole, 0, torn, 0, cut);
      Files.write(folder.resolve("open-ticket.1"), torn);

      assertThat(another().load()).as("cut after %d bytes", cut).contains(before);
    }
    Files.write(folder.resolve("open-ticket.1"), whole);
    assertThat(another().load()).contains(ticket(3));
  }

  private static int lastDifference(byte[] one, byte[] other) {
    int at = one.length - 1;
    while (one[at] == other[at]) {
      at--;
    }
    return at;
  }

  @Test
  void whatIsSavedAfterATornOneReplacesIt() throws IOException {
    file.save(ticket(1));
    file.save(ticket(2));
    Files.write(folder.resolve("open-ticket.0"), new byte[] {0, 0, 0, 0, 0, 0, 0, 9, 1});

    OpenTicketFile next = another();
    next.save(ticket(4));

    assertThat(next.load()).contains(ticket(4));
    assertThat(another().load()).contains(ticket(4));
  }

  @Test
  void aTicketLongerThanTheRoomIsSavedAndAShorterOneAfterIt() throws IOException {
    file.save(ticket(400));
    file.save(ticket(401));
    assertThat(Files.size(folder.resolve("open-ticket.1"))).isGreaterThan(Slot.ROOM_BYTES);
    assertThat(another().load()).contains(ticket(401));

    file.save(ticket(1));

    assertThat(another().load()).contains(ticket(1));
  }

  @Test
  void anUnreadableTicketIsPutAsideAndTheLaneStartsEmpty() throws IOException {
    for (String content : List.of("{", "[]", "{\"epoch\":1,\"afterSequence\":1}", "\0\0\0\0")) {
      Files.writeString(folder.resolve("open-ticket.json"), content);
      OpenTicketFile next = another();

      assertThat(next.load()).isEmpty();
      assertThat(next.load()).isEmpty();
      assertThat(folder.resolve("open-ticket.unreadable.1795334400000.json")).hasContent(content);
    }
  }

  @Test
  void aDiskThatDoesNotTakeTheTicketIsNamed() throws IOException {
    Files.delete(folder.resolve("open-ticket.1"));
    Files.createDirectory(folder.resolve("open-ticket.1"));

    assertThatThrownBy(() -> file.save(ticket(1)))
        .isInstanceOf(NotSaved.class)
        .hasMessageContaining("open-ticket.1");
  }

  @Test
  void aTicketWithMomentAndDiscountsIsReadBackAsItWas() {
    SavedTicket plain = ticket(2);
    OpenTicket full =
        plain
            .ticket()
            .asking(
                new PricingContext(
                    LocalDateTime.parse("2026-11-22T08:00:00"), "NORTH", List.of("SAVE10"), "GOLD"))
            .giving(new GivenDiscount(2, new BigDecimal("7.5"), null, "Damaged"))
            .giving(new GivenDiscount(null, null, Shop.gbp("1.00"), "Goodwill"));

    file.save(new SavedTicket(plain.epoch(), plain.afterSequence(), full));

    assertThat(file.load().orElseThrow().ticket()).isEqualTo(full);
  }

  @Test
  void aTicketSavedBeforeThereWereSlotsMomentsAndDiscountsIsTakenOver() throws IOException {
    SavedTicket ticket = ticket(2);
    Path old = folder.resolve("open-ticket.json");
    String before =
        Wire.JSON.writeValueAsString(ticket).replaceAll(",?\"(pricing|given)\":(null|\\[\\])", "");
    assertThat(before).doesNotContain("pricing").doesNotContain("given");
    Files.writeString(old, before);

    assertThat(another().load()).contains(ticket);

    assertThat(old).doesNotExist();
    assertThat(another().load()).contains(ticket);
  }

  static SavedTicket ticket(int lines) {
    OpenTicket ticket = OpenTicket.EMPTY.turned(TicketKind.RETURN).referring("C536379");
    for (int i = 0; i < lines; i++) {
      ticket =
          ticket.with(
              TicketLine.of(
                  1,
                  "71053",
                  "5000000710530",
                  "WHITE METAL LANTERN – côté",
                  new BigDecimal("1.25"),
                  Shop.gbp("3.39"),
                  ShopBook.STANDARD,
                  i % 2 == 0 ? null : new PriceOverride(Shop.gbp("3.75"), "as invoiced")),
              7);
    }
    return new SavedTicket(20261122081500L, 41, ticket);
  }
}
