package dev.tillbridge.register.openticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  @Test
  void aHalfWrittenNextTicketDoesNotHarmTheOneSaved() throws IOException {
    SavedTicket ticket = ticket(2);
    file.save(ticket);

    Files.writeString(folder.resolve("open-ticket.json.next"), "{\"epoch\":1,\"aft");

    assertThat(another().load()).contains(ticket);
  }

  @Test
  void anUnreadableTicketIsPutAsideAndTheLaneStartsEmpty() throws IOException {
    for (String content : List.of("", "{", "[]", "{\"epoch\":1,\"afterSequence\":1}", "\0\0\0\0")) {
      Files.writeString(folder.resolve("open-ticket.json"), content);

      assertThat(file.load()).isEmpty();
      assertThat(folder.resolve("open-ticket.json")).doesNotExist();
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(Path::getFileName).map(Path::toString))
          .containsExactly("open-ticket.unreadable.1795334400000.json");
    }
  }

  @Test
  void aDiskThatDoesNotTakeTheTicketIsNamed() throws IOException {
    Files.createDirectory(folder.resolve("open-ticket.json.next"));

    assertThatThrownBy(() -> file.save(ticket(1)))
        .isInstanceOf(NotSaved.class)
        .hasMessageContaining("open-ticket.json");
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
  void aTicketSavedBeforeThereWereMomentsAndDiscountsIsRead() throws IOException {
    SavedTicket ticket = ticket(2);
    file.save(ticket);
    Path saved = folder.resolve("open-ticket.json");
    String before = Files.readString(saved).replaceAll(",?\"(pricing|given)\":(null|\\[\\])", "");
    assertThat(before).doesNotContain("pricing").doesNotContain("given");

    Files.writeString(saved, before);

    assertThat(file.load()).contains(ticket);
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
