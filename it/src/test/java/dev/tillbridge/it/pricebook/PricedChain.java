package dev.tillbridge.it.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.access.BrokerAccess;
import dev.tillbridge.broker.access.Endpoint;
import dev.tillbridge.broker.node.NodeSettings;
import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.ChainFolder;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.LaneState;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.it.process.Program;
import dev.tillbridge.it.process.Recipe;
import dev.tillbridge.model.configuration.Settings;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.pricebook.pricelist.PriceList;
import dev.tillbridge.pricebook.pricelist.PriceListReader;
import dev.tillbridge.pricebook.pricelist.TaxCategories;
import dev.tillbridge.pricebook.publication.PriceBookPublisher;
import dev.tillbridge.pricebook.publication.Publication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;

/** A running chain, its price lists, and what its registers ring with. */
record PricedChain(Chain chain, Shelf shelf) {

  private static final Duration SWITCH_WAIT_MAX = Duration.ofSeconds(60);
  private static final Duration PUBLISH_WAIT_MAX = Duration.ofSeconds(120);

  /** The publisher as a process of its own, started and not waited for. */
  Program publishing(int edition) {
    List<String> arguments = new ArrayList<>();
    arguments.add("publish");
    arguments.add(shelf.list(edition).toString());
    arguments.addAll(List.of("--tax", "STANDARD=20", "--mode", "inclusive"));
    arguments.addAll(List.of("--config", chain.folder().hqSettings().toString()));
    Path log = chain.folder().root().resolve("logs").resolve("publish-" + edition + ".log");
    return new Program(
        new Recipe("price-book publisher", "dev.tillbridge.pricebook.Main", arguments, log, 256));
  }

  void publish(int edition) {
    publishing(edition).runToEnd(PUBLISH_WAIT_MAX);
  }

  /** Publishes from this process, many editions in a row. */
  void publishHere(int first, int last) {
    Settings settings = Settings.read(chain.folder().hqSettings());
    NodeSettings hq = NodeSettings.hq(settings);
    Endpoint listen = Objects.requireNonNull(hq.listen());
    CurrencyUnit currency = CurrencyUnit.of("GBP");
    TaxCategories taxes =
        new TaxCategories(List.of(TaxCategories.parse("STANDARD=20", TaxMode.INCLUSIVE)));
    try (BrokerAccess access = BrokerAccess.tcp(listen, hq.credentials("publisher"));
        PriceBookPublisher publisher =
            new PriceBookPublisher(access, currency, Clock.systemUTC())) {
      for (int edition = first; edition <= last; edition++) {
        List<BookValue> book = new ArrayList<>(taxes.all());
        switch (PriceListReader.read(shelf.list(edition), taxes, currency)) {
          case PriceList.Read(List<BookValue.Item> items) -> book.addAll(items);
          case PriceList.Refused refused -> throw new AssertionError(refused.toString());
        }
        assertThat(publisher.publish(book, "test")).isInstanceOf(Publication.Published.class);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until this register rings this edition. */
  void awaitEdition(int register, int edition) {
    await()
        .atMost(SWITCH_WAIT_MAX)
        .ignoreException(LaneGone.class)
        .until(() -> version(register) > 0 && rungEdition(register) == edition);
  }

  /**
   * The one edition that all items rung come from; nothing is left on the lane.
   *
   * @throws AssertionError when they come from several: a mixed book
   */
  int rungEdition(int register) throws LaneGone {
    try (Register lane = new Register(chain.registerPages().get(register))) {
      signOn(lane, register);
      List<BigDecimal> prices = new ArrayList<>();
      for (int item : shelf.spotChecks()) {
        LaneState state = lane.command("/lane/scan", Map.of("code", "I" + item));
        assertThat(state.refusal()).as("ringing I%d at %s", item, state.lane()).isNull();
        prices.add(state.ticket().lines().getLast().unitPrice().getAmount());
      }
      lane.command("/lane/void", Map.of());
      int edition = prices.getFirst().intValue();
      for (int i = 0; i < prices.size(); i++) {
        assertThat(prices.get(i))
            .as("item %d of edition %d at register %d", shelf.spotChecks()[i], edition, register)
            .isEqualByComparingTo(Shelf.price(edition, shelf.spotChecks()[i]));
      }
      return edition;
    }
  }

  /** Version of the book that a register says it has, 0 for none. */
  long version(int register) {
    try (Register lane = new Register(chain.registerPages().get(register))) {
      LaneState.Book book = lane.state().book();
      return book == null ? 0 : book.version();
    } catch (LaneGone e) {
      return 0;
    }
  }

  Path books(int register) {
    return chain
        .folder()
        .registerFolder(ChainFolder.register(register))
        .resolve("data")
        .resolve("prices");
  }

  /** Signs the clerk on, with an open drawer. */
  void signOn(Register lane, int register) throws LaneGone {
    LaneState state =
        lane.command(
            "/sign-on",
            Map.of(
                "operator", chain.signOns().clerk().id(), "pin", chain.signOns().clerk().secret()));
    assertThat(state.refusal()).as("signing on at register %d", register).isNull();
    if (state.drawer() == null) {
      lane.command("/drawer/open", Map.of("float", "100.00"));
    }
  }
}
