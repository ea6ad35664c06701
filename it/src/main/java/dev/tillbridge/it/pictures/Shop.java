package dev.tillbridge.it.pictures;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.tillbridge.it.chain.Chain;
import dev.tillbridge.it.chain.ChainFolder;
import dev.tillbridge.it.chain.Ports;
import dev.tillbridge.it.chain.SignOns;
import dev.tillbridge.it.chromium.LocalChromium;
import dev.tillbridge.it.link.LinkCutter;
import dev.tillbridge.it.page.HqPage;
import dev.tillbridge.it.page.TillPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.SplittableRandom;

/** A chain with HQ, a store server and two registers, and a browser in front of them. */
final class Shop implements AutoCloseable {

  /** What one step may take on a machine that is busy with others. */
  static final double PATIENCE_MS = 30_000;

  private final LocalChromium chromium;
  private final Chain chain;
  private final Path pictures;

  private Shop(LocalChromium chromium, Chain chain, Path pictures) {
    this.chromium = chromium;
    this.chain = chain;
    this.pictures = pictures;
  }

  /**
   * @param folder where the chain keeps its data
   * @param pictures where pictures go
   */
  static Shop open(Path folder, Path pictures) throws IOException {
    LocalChromium chromium =
        LocalChromium.start(
            LocalChromium.executable()
                .orElseThrow(() -> new IllegalStateException(LocalChromium.MISSING)));
    Ports ports = Ports.free(new SplittableRandom());
    Chain chain =
        Chain.provision(
            folder,
            ports,
            ports.withRegisters(register -> ShopRules.ALL),
            Chain.REGISTER_MAIN,
            Duration.ZERO,
            new SecureRandom());
    Shop shop = new Shop(chromium, chain, pictures);
    try {
      for (String register : ChainFolder.REGISTERS) {
        Files.writeString(
            chain.folder().registerFolder(register).resolve("favourites.csv"), GiftShop.FAVOURITES);
      }
      chain.start();
      chain.publish(GiftShop.book(), "pavla");
      return shop;
    } catch (RuntimeException | IOException e) {
      shop.close();
      throw e;
    }
  }

  /** The page of a register, with its price book; nobody is signed on. */
  TillPage till(int register) {
    TillPage till = new TillPage(page(), chain.registerPages().get(register));
    assertThat(till.page().locator("#pin-form")).isVisible();
    assertThat(till.status()).containsText("Price book 1");
    return till;
  }

  /** HQ's pages, signed on as the accountant. */
  HqPage hq() {
    return new HqPage(page(), chain.hqPage(), chain.signOns().accountant());
  }

  private Page page() {
    Page page =
        chromium
            .browser()
            .newPage(
                new Browser.NewPageOptions()
                    .setViewportSize(Camera.WIDE.width(), Camera.WIDE.height())
                    .setLocale("en-GB")
                    .setTimezoneId("Europe/London"));
    page.setDefaultTimeout(PATIENCE_MS);
    return page;
  }

  Camera camera(Page page) {
    return new Camera(page, pictures);
  }

  /** From the first register to the store. */
  LinkCutter link() {
    return chain.registerLinks().getFirst();
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
