package dev.tillbridge.it.clerk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.ChainFolder;
import dev.tillbridge.it.chain.Ports;
import dev.tillbridge.it.chain.SignOns;
import dev.tillbridge.it.chromium.Chromium;
import dev.tillbridge.it.lane.LaneGone;
import dev.tillbridge.it.lane.Register;
import dev.tillbridge.it.link.LinkCutter;
import dev.tillbridge.it.page.CounterTop;
import dev.tillbridge.it.page.HqPage;
import dev.tillbridge.it.page.TillPage;
import dev.tillbridge.it.reconciliation.HqDatabase;
import dev.tillbridge.screens.signon.PasswordHash;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A chain with two registers, a browser in front of the first, and one at HQ. */
final class Shop implements AutoCloseable {

  /** What one step may take on a machine that is busy with others. */
  static final double PATIENCE_MS = 45_000;

  /** Somebody whose PIN may be got wrong: nobody else waits for them. */
  static final SignOns.Person TRAINEE = new SignOns.Person("301", "Theo", "5937");

  private static final Duration BOOK_WAIT_MAX = Duration.ofSeconds(90);
  private static final Duration HQ_WAIT_MAX = Duration.ofSeconds(60);

  private final Chromium chromium;
  private final Chain chain;
  private final TillPage till;
  private final HqPage hq;
  private @Nullable TillPage other;

  private Shop(Chromium chromium, Chain chain) {
    this.chromium = chromium;
    this.chain = chain;
    this.till = new TillPage(page(), chain.registerPages().getFirst());
    till.signOn(clerk());
    this.hq = new HqPage(page(), chain.hqPage(), chain.signOns().accountant());
  }

  static Shop open(Path folder) throws IOException {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    Chromium chromium = Chromium.startOrSkip();
    Ports ports = Ports.free(new SplittableRandom());
    SecureRandom random = new SecureRandom();
    Chain chain =
        Chain.provision(
            folder,
            ports,
            ports.withRegisters(register -> ShopSettings.ALL),
            Chain.REGISTER_MAIN,
            Duration.ZERO,
            random);
    furnish(chain.folder(), random);
    try {
      chain.start();
      chain.publish(Shelf.BOOK, "it");
      chain.registerPages().forEach(Shop::awaitBook);
      return new Shop(chromium, chain);
    } catch (RuntimeException | Error e) {
      chain.close();
      chromium.close();
      throw e;
    }
  }

  private static void furnish(ChainFolder folder, SecureRandom random) throws IOException {
    for (String register : ChainFolder.REGISTERS) {
      Path home = folder.registerFolder(register);
      Files.writeString(home.resolve("favourites.csv"), Shelf.FAVOURITES);
      Files.writeString(
          home.resolve("operators.properties"),
          """
          301.name = Theo
          301.role = supervisor
          301.pin = %s
          """
              .formatted(PasswordHash.hash(TRAINEE.secret(), random).encoded()),
          StandardOpenOption.APPEND);
    }
  }

  private static void awaitBook(URI register) {
    try (Register lane = new Register(register)) {
      await().atMost(BOOK_WAIT_MAX).until(() -> hasBook(lane));
    }
  }

  private static boolean hasBook(Register lane) {
    try {
      return lane.state().book() != null;
    } catch (LaneGone e) {
      return false;
    }
  }

  private Page page() {
    Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1280, 800));
    page.setDefaultTimeout(PATIENCE_MS);
    return page;
  }

  TillPage till() {
    return till;
  }

  /** The second register, with the manager signed on and the drawer closed. */
  TillPage other() {
    TillPage page = other;
    if (page == null) {
      page = new TillPage(page(), chain.registerPages().get(1));
      page.signOn(manager());
      other = page;
    }
    return page;
  }

  /** Returns when HQ has everything that a register recorded. */
  void awaitHq(TillPage register) {
    await()
        .atMost(HQ_WAIT_MAX)
        .untilAsserted(() -> {
          String everything = "HQ has everything up to " + register.recorded() + ".";
          assertThat(register.status().innerText()).contains(everything);
        });
  }

  /** The same for both. */
  void awaitHq() {
    awaitHq(till);
    if (other != null) {
      awaitHq(other);
    }
  }

  CounterTop counter() {
    return till.counter();
  }

  HqPage hq() {
    return hq;
  }

  /** What HQ's database holds, past its pages. */
  HqDatabase books() {
    return new HqDatabase(chain.folder().connectionProperties());
  }

  /** Both registers lose the store, and keep each other. */
  void cutLinks() {
    chain.registerLinks().forEach(LinkCutter::silentCut);
  }

  void restoreLinks() {
    chain.registerLinks().forEach(LinkCutter::restore);
  }

  boolean linkIsUp() {
    return chain.registerLinks().getFirst().state() == LinkCutter.State.UP;
  }

  SignOns.Person clerk() {
    return chain.signOns().clerk();
  }

  SignOns.Person manager() {
    return chain.signOns().manager();
  }

  @Override
  public void close() {
    chain.close();
    chromium.close();
  }
}
