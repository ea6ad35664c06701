package dev.tillbridge.it.clerk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every point of the till with the link up and again with the link down, in one shop; after each
 * time HQ's accounts are what was written down by hand, to the cent.
 *
 * <p>Each step goes on where the one before ended, so after a step that failed the others are not
 * tried.
 */
@Tag("browser")
@Tag("drill")
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPointTest {

  /** A point more is a class, and a line here. */
  private static final List<Walk> WALKS =
      List.of(
          new Selling(),
          new Paying(),
          new Returns(),
          new Drawers(),
          new Documents(),
          new TwoLanes(),
          new StoredValue(),
          new OtherLanesValue(),
          new Customers(),
          new Cards(),
          new OffsiteEvents(),
          new People(),
          new Training(),
          new Devices());

  private static final Path PICTURES = Path.of("target", "browser");
  private static final Duration SETTLED_WAIT_MAX = Duration.ofSeconds(60);

  private final ExpectedBooks expected = new ExpectedBooks();
  private Shop shop;
  private long handedOnAtTheCut;
  private long atHqAtTheCut;
  private boolean failed;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    shop = Shop.open(folder.resolve("chain"));
    shop.till().openDrawer("100");
    expected.post(
        ExpectedBooks.debit(ExpectedBooks.Account.DRAWERS, "100.00"),
        ExpectedBooks.credit(ExpectedBooks.Account.SAFE, "100.00"));
  }

  @AfterAll
  void close() {
    if (shop != null) {
      shop.close();
    }
  }

  @TestFactory
  Stream<DynamicNode> everyPoint() {
    return Stream.of(
        dynamicContainer(
            "with the link up",
            Stream.concat(walks("link up"), steps("link up", step("the books", this::books)))),
        dynamicContainer(
            "with the link down",
            Stream.of(
                    steps("link down", step("the cut", this::cut)),
                    walks("link down"),
                    steps(
                        "link down",
                        step("nothing is at HQ", this::nothingArrived),
                        step("the books", this::restored),
                        step("the drawer", this::drawerIsRight),
                        step("prices", this::pricedAsPublished)))
                .flatMap(each -> each)));
  }

  private interface Deed {
    void run() throws IOException, SQLException;
  }

  private record Step(String name, Deed deed) {}

  private static Step step(String name, Deed deed) {
    return new Step(name, deed);
  }

  private Stream<DynamicTest> walks(String link) {
    return steps(
        link,
        WALKS.stream()
            .map(walk -> step(walk.name(), () -> walk.walk(shop, expected)))
            .toArray(Step[]::new));
  }

  private Stream<DynamicTest> steps(String link, Step... steps) {
    return Stream.of(steps)
        .map(step -> dynamicTest(step.name(), () -> take(step, step.name() + ", " + link)));
  }

  private void take(Step step, String name) throws IOException, SQLException {
    assumeTrue(!failed, "A step before this one failed.");
    failed = true;
    try {
      step.deed().run();
    } catch (AssertionError | RuntimeException e) {
      picture(shop.till().page(), "failed-" + name.replaceAll("\\W+", "-"));
      throw new AssertionError(name + ": " + e.getMessage(), e);
    }
    failed = false;
  }

  /** What HQ says once it has everything: accounts, exceptions, and each walk's own. */
  private void books() {
    shop.awaitHq();
    assertThat(shop.hq().trialBalance()).isEqualTo(expected.balances());
    picture(shop.hq().page(), "hq-trial-balance");
    assertThat(shop.hq().exceptions()).containsExactlyInAnyOrderElementsOf(expected.exceptions());
    assertThat(shop.hq().salesLessReturns()).isEqualByComparingTo(expected.salesLessReturns());
    WALKS.forEach(walk -> walk.atHq(shop.hq()));
  }

  private void cut() throws IOException, SQLException {
    shop.awaitHq();
    atHqAtTheCut = shop.books().entryCount();
    shop.cutLinks();
    assertThat(shop.till().status()).containsText("No link to store server");
    // What was under way at the cut waits again, though HQ may have it.
    handedOnAtTheCut = shop.till().recorded() - shop.till().waiting();
  }

  private void nothingArrived() throws IOException, SQLException {
    // A register also records by itself, such as a checkpoint while the journal is being read.
    await()
        .atMost(SETTLED_WAIT_MAX)
        .untilAsserted(() -> {
          long recorded = shop.till().recorded();
          assertThat(recorded - shop.till().waiting()).isEqualTo(handedOnAtTheCut);
        });
    assertThat(shop.books().entryCount()).isEqualTo(atHqAtTheCut);
    picture(shop.till().page(), "register-without-link");
  }

  private void restored() {
    shop.restoreLinks();
    books();
    picture(shop.till().page(), "register-link-is-back");
  }

  /** What HQ has as cash in drawers lies in the one that is open, and then in the safe. */
  private void drawerIsRight() {
    String cash = expected.of(ExpectedBooks.Account.DRAWERS).toPlainString();

    shop.till()
        .open("count")
        .fill("counted", cash)
        .fill("foreign-EUR", "30")
        .press("Count and close");

    shop.till().says("It is right.");
    expected.post(
        ExpectedBooks.debit(ExpectedBooks.Account.SAFE, cash),
        ExpectedBooks.credit(ExpectedBooks.Account.DRAWERS, cash));
    books();
  }

  private void pricedAsPublished() throws IOException, SQLException {
    await()
        .atMost(SETTLED_WAIT_MAX)
        .untilAsserted(() -> assertThat(shop.books().toPriceAgain()).isZero());

    assertThat(shop.books().pricedAgain()).isPositive();
    assertThat(shop.books().priceDifferences()).isZero();
  }

  private static void picture(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }
}
