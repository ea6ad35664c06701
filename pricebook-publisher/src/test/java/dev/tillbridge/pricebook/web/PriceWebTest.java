package dev.tillbridge.pricebook.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.topic.LoggedVersion;
import dev.tillbridge.pricebook.proposal.ProposalState;
import dev.tillbridge.pricebook.records.RegisterBook;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PriceWebTest {

  private static final String MAPPING =
      """
      file: {charset: UTF-8, delimiter: ",", header-line: 1}
      columns: {code: code, name: name, price: price, barcodes: barcodes}
      tax:
        otherwise: STANDARD
        categories:
          - {code: STANDARD, name: Standard, percent: 20, mode: inclusive}
      """;
  private static final String LIST =
      """
      code,name,price,barcodes
      A,Apples,1.00,
      B,Bread,2.00,
      C,Cheese,3.00,
      """;

  @TempDir Path folder;

  private PriceScreens screens;
  private PriceAdmin petra;
  private PriceAdmin paul;

  @BeforeEach
  void serve() throws Exception {
    Path mappings = Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(mappings.resolve("shop.yaml"), MAPPING);
    screens = PriceScreens.over(folder, mappings, CurrencyUnit.GBP);
    petra = PriceAdmin.signedOn(screens.url(), "petra");
    paul = PriceAdmin.signedOn(screens.url(), "paul");
  }

  @AfterEach
  void stop() {
    screens.close();
  }

  @Test
  void listBecomesThePriceBookAndIsTakenBack() {
    publishFirst();
    proposed(LIST.replace("2.00", "2.10"));

    String looked = petra.get("/proposals/2").body();
    String published = publish(petra, 2, "now").body();
    String rolledBack =
        petra
            .submit("/versions/1/rollback", "/versions/1/rollback", Map.of("reason", "wrong list"))
            .body();

    assertThat(looked).contains("£2.00").contains("£2.10").contains("B Bread");
    assertThat(published).contains("Published price book version 2").contains("version 2</b>");
    assertThat(rolledBack).contains("Published price book version 3");
    assertThat(petra.get("/versions").body())
        .contains("rollback to version 1: wrong list")
        .contains("id=\"rollback-2\"")
        .doesNotContain("id=\"rollback-3\"");
    assertThat(screens.desk.item("B").orElseThrow().price()).isEqualTo(Money.parse("GBP 2.00"));
  }

  @Test
  void nothingIsShownToAnybodyWhoHasNotSignedOn() {
    PriceAdmin nobody = new PriceAdmin(screens.url());

    for (String path : List.of("/", "/proposals", "/new", "/versions", "/change")) {
      assertThat(nobody.get(path).body()).as(path).contains("Password").doesNotContain("Sign off");
    }
    assertThat(nobody.get("/health").statusCode()).isEqualTo(200);
  }

  @Test
  void stepWithoutTheSessionsTokenIsRefused() {
    publishFirst();
    proposed(LIST.replace("2.00", "2.10"));

    HttpResponse<String> answer = petra.post("/proposals/2/publish", Map.of("when", "now"));
    HttpResponse<String> upload =
        petra.upload(Map.of("mapping", "shop.yaml"), Map.of("list", bytes(LIST)), "list.csv");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(upload.statusCode()).isEqualTo(403);
    assertThat(versions()).isEqualTo(1);
  }

  @Test
  void everyPageSaysWhatToExpectWhileNothingIsPublished() {
    screens.records.away = true;

    assertThat(petra.get("/").body())
        .contains("No price book is published yet")
        .contains("database does not answer");
    assertThat(petra.get("/proposals").body()).contains("There are no open proposals");
    assertThat(petra.get("/versions").body()).contains("HQ keeps no version yet");
    assertThat(petra.get("/proposals/7").statusCode()).isEqualTo(404);
    assertThat(petra.get("/versions/7/rollback").statusCode()).isEqualTo(404);
    assertThat(petra.get("/new/gone").body()).contains("upload them again");
    assertThat(petra.get("/change?item=A").body()).contains("not in the published price book");
  }

  @Test
  void listWithBadRowsIsShownRowByRowAndCannotBeProposed() {
    HttpResponse<String> checked =
        petra.upload("bad.csv", bytes(LIST.replace("2.00", "two")), "shop.yaml");

    String draft = checked.uri().getPath();
    assertThat(checked.body())
        .contains("1 bad row, 0 are tolerated")
        .contains("<code>two</code>")
        .doesNotContain("id=\"propose\"");
    assertThat(petra.get(draft + "/rows.csv").body()).contains("bad row,3,price,two,");
    assertThat(screens.desk.proposals()).isEmpty();
  }

  @Test
  void mappingIsProposedCorrectedOnThePageAndKept() {
    String draft = petra.upload("list.csv", bytes(LIST), "inspect").uri().getPath();

    String inspected = petra.get(draft).body();
    String wrong =
        petra.submit(draft, draft + "/check", Map.of("mapping-text", "colums: {}")).body();
    String corrected =
        petra.submit(draft, draft + "/check", Map.of("mapping-text", MAPPING)).body();
    String kept = petra.submit(draft, draft + "/keep-mapping", Map.of("name", "new-shop")).body();
    String twice = petra.submit(draft, draft + "/keep-mapping", Map.of("name", "new-shop")).body();

    assertThat(inspected).contains("This mapping is a guess");
    assertThat(wrong).contains("columns is missing").contains("colums: {}");
    assertThat(corrected).contains("All of it is in order");
    assertThat(kept).contains("kept as new-shop.yaml");
    assertThat(twice).contains("exists already");
    assertThat(petra.get("/new").body()).contains("value=\"new-shop.yaml\"");
  }

  @Test
  void uploadWithoutWhatItNeedsSaysWhatIsMissing() {
    HttpResponse<String> empty =
        petra.upload(petra.filled("/new", "/new", Map.of("mapping", "shop.yaml")), Map.of(), "");
    HttpResponse<String> unmapped = petra.upload("list.csv", bytes(LIST), "");
    HttpResponse<String> outside = petra.upload("list.csv", bytes(LIST), "../hq.properties");

    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("Choose a price list, or a terms file");
    assertThat(unmapped.body()).contains("Choose how the list is written");
    assertThat(outside.body()).contains("There is no mapping");
  }

  @Test
  void termsAloneAreProposedOverThePublishedBook() {
    publishFirst();
    byte[] terms =
        bytes(
            """
            zones:
              - {code: NORTH, name: North, stores: [S01]}
            """);

    String draft =
        petra
            .upload(petra.filled("/new", "/new", Map.of()), Map.of("terms", terms), "terms.yaml")
            .uri()
            .getPath();
    String proposal = petra.submit(draft, draft + "/propose", Map.of()).body();

    assertThat(proposal).contains("Proposal 2: terms.yaml").contains("price zone NORTH");
  }

  @Test
  void outlierIsNamedAndOnlyASecondPersonApprovesIt() {
    publishFirst();
    proposed(LIST.replace("2.00", "20.00"));

    String page = petra.get("/proposals/2").body();
    HttpResponse<String> early = publish(petra, 2, "now");
    HttpResponse<String> own = petra.submit("/proposals/2", "/proposals/2/approve", Map.of());
    String approved = paul.submit("/proposals/2", "/proposals/2/approve", Map.of()).body();
    HttpResponse<String> published = publish(petra, 2, "now");

    assertThat(page).contains("id=\"outliers\"").contains("decimal slip?").contains("£20.00");
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("needs the approval of somebody other than petra");
    assertThat(own.statusCode()).isEqualTo(422);
    assertThat(own.body()).contains("somebody else must approve it");
    assertThat(approved).contains("Approved by paul");
    assertThat(published.body()).contains("Published price book version 2");
  }

  @Test
  void recentTicketsArePricedUnderTheProposal() {
    publishFirst();
    proposed(LIST.replace("2.00", "2.10"));
    screens.records.tickets =
        SoldTickets.of(
            List.of(screens.desk.item("A").orElseThrow(), screens.desk.item("B").orElseThrow()));

    String preview = petra.get("/proposals/2/preview?tickets=100").body();
    screens.records.away = true;
    String away = petra.get("/proposals/2/preview").body();

    assertThat(preview).contains("S01-R01-2").contains("£4.20").contains("+£0.20");
    assertThat(preview).doesNotContain("S01-R01-1<");
    assertThat(away).contains("database does not answer");
  }

  @Test
  void strangersUploadIsRefusedEvenWithATokenOfItsOwn() {
    PriceAdmin nobody = new PriceAdmin(screens.url());

    HttpResponse<String> upload =
        nobody.upload(
            nobody.filled("/sign-on", "/sign-on", Map.of("mapping", "shop.yaml")),
            Map.of("list", bytes(LIST)),
            "list.csv");

    assertThat(upload.statusCode()).isEqualTo(403);
    assertThat(folder.resolve("pricebook/uploads")).doesNotExist();
  }

  @Test
  void formSentTwicePublishesOnceAndAnswersTheSame() {
    publishFirst();
    proposed(LIST.replace("2.00", "2.10"));
    Map<String, String> form =
        petra.filled("/proposals/2", "/proposals/2/publish", Map.of("when", "now"));

    HttpResponse<String> first = petra.post("/proposals/2/publish", form);
    HttpResponse<String> second = petra.post("/proposals/2/publish", form);

    assertThat(first.body()).contains("Published price book version 2");
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).contains("Published price book version 2");
    assertThat(versions()).isEqualTo(2);
  }

  @Test
  void proposalIsScheduledOrWithdrawnWithAReason() {
    publishFirst();
    proposed(LIST.replace("2.00", "2.10"));

    HttpResponse<String> timeless = publish(petra, 2, "at");
    HttpResponse<String> unclear =
        petra.submit(
            "/proposals/2",
            "/proposals/2/publish",
            Map.of("when", "tonight", "at", "2099-01-01T03:00"));
    HttpResponse<String> tonight = publish(petra, 2, "tonight");
    HttpResponse<String> unexplained =
        petra.submit("/proposals/2", "/proposals/2/withdraw", Map.of("reason", " "));
    HttpResponse<String> ofCard =
        petra.submit(
            "/proposals/2", "/proposals/2/withdraw", Map.of("reason", "4111 1111 1111 1111"));
    String withdrawn =
        petra.submit("/proposals/2", "/proposals/2/withdraw", Map.of("reason", "old list")).body();

    assertThat(timeless.body()).contains("Give the time to publish at");
    assertThat(unclear.body()).contains("Press Publish at this time, or clear the time");
    assertThat(tonight.body()).contains("Scheduled for");
    assertThat(unexplained.statusCode()).isEqualTo(422);
    assertThat(ofCard.statusCode()).isEqualTo(422);
    assertThat(ofCard.body())
        .contains("what looks like a payment card", "4111 11** **** ****")
        .doesNotContain("4111 1111");
    assertThat(withdrawn).contains("Withdrawn by petra: old list");
    assertThat(screens.desk.proposal(2).orElseThrow().state()).isEqualTo(ProposalState.WITHDRAWN);
  }

  @Test
  void storeTriesABookFirstAndThenAllStoresHaveIt() {
    publishFirst();
    proposed(LIST.replace("2.00", "2.10"));
    screens.records.registers =
        List.of(
            new RegisterBook("S01", "R01", 1L, Instant.EPOCH, null, Instant.EPOCH),
            new RegisterBook("S02", "R01", 1L, Instant.EPOCH, "no link", Instant.EPOCH));

    String trial =
        petra
            .submit("/proposals/2", "/proposals/2/publish", Map.of("when", "now", "stores", "S02"))
            .body();
    String state = petra.get("/status/state").body();
    String promoted = petra.submit("/", "/trial/promote", Map.of()).body();

    assertThat(trial).contains("version 2 for S02 first").contains("id=\"promote\"");
    assertThat(state).contains("not version 2: no link");
    assertThat(state.indexOf("register-S02-R01")).isLessThan(state.indexOf("register-S01-R01"));
    assertThat(promoted)
        .contains("Published price book version 3")
        .doesNotContain("id=\"promote\"");
  }

  @Test
  void emergencyPriceShowsTheItemFirstAndAsksTwiceForAnOutlier() {
    publishFirst();
    String page = "/change?item=B";

    String found = petra.get(page).body();
    HttpResponse<String> slip =
        petra.submit(page, "/change", Map.of("price", "20.50", "reason", "shelf"));
    HttpResponse<String> wrong =
        petra.submit(page, "/change", Map.of("price", "2.505", "reason", "shelf"));
    HttpResponse<String> twoWays =
        petra.submit(page, "/change", Map.of("price", "2,500", "reason", "shelf"));
    String changed =
        petra.submit(page, "/change", Map.of("price", "2,50", "reason", "shelf")).body();

    assertThat(found).contains("B Bread").contains("£2.00");
    assertThat(slip.statusCode()).isEqualTo(422);
    assertThat(slip.body()).contains("£2.00 to £20.50 is +925 %").contains("id=\"sure\"");
    assertThat(wrong.body()).contains("at most 2 decimals");
    assertThat(twoWays.body())
        .contains("can be read in two ways. Write 2500, or 2.5. Nothing was changed.")
        .contains("value=\"2,500\"", "shelf");
    assertThat(changed).contains("Published price book version 2").contains("Nobody else approved");
    assertThat(screens.desk.item("B").orElseThrow().price()).isEqualTo(Money.parse("GBP 2.50"));
  }

  @Test
  void pagesSayThatTheBrokerIsAwayInsteadOfFailing() {
    publishFirst();
    screens.stopBroker();

    HttpResponse<String> page = petra.get("/");
    HttpResponse<String> refreshed = petra.get("/status/state");

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("HQ does not answer").contains("Sign off");
    assertThat(refreshed.statusCode()).isEqualTo(200);
    assertThat(refreshed.body()).contains("broker does not answer");
  }

  @Test
  void whatIsInAListNeverActsOnThePage() {
    publishFirst();
    proposed(LIST.replace("Bread", "<script>alert(1)</script>"));

    assertThat(petra.get("/proposals/2?kind=other").body())
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("<script>alert");
  }

  private void publishFirst() {
    proposed(LIST);
    assertThat(publish(petra, 1, "now").body()).contains("Published price book version 1");
  }

  private void proposed(String list) {
    String draft = petra.upload("list.csv", bytes(list), "shop.yaml").uri().getPath();
    HttpResponse<String> answer = petra.submit(draft, draft + "/propose", Map.of());
    assertThat(answer.body()).contains("is made of list.csv. Nothing is published yet.");
  }

  private static HttpResponse<String> publish(PriceAdmin admin, int proposal, String when) {
    String page = "/proposals/" + proposal;
    return admin.submit(page, page + "/publish", Map.of("when", when));
  }

  private long versions() {
    return screens.desk.versions().stream().mapToLong(LoggedVersion::version).max().orElse(0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
