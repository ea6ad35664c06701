package dev.tillbridge.register.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.devices.peripherals.DeviceOutcome;
import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.register.lane.Refusal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What devices, the disk and the broker tell in English is said in the register's language. */
class ToldWordsTest {

  private static final Words CROATIAN = Words.in(Words.language("hr"), Words.formats("hr-HR"));
  private static final String ENTRY =
      new EntryId(LaneId.parse("S01-R07"), 20261122081500L, 12).toString();

  /** Words that no Croatian sentence has. */
  private static final Pattern ENGLISH =
      Pattern.compile(
          "\\b(the|is|it|and|this|was|not|then|meanwhile)\\b", Pattern.CASE_INSENSITIVE);

  /** As the package of the JavaPOS controls puts errors into words, for each kind of device. */
  @ParameterizedTest
  @EnumSource
  void everyFaultOfADeviceIsSaid(DeviceKind kind) {
    for (String fact :
        List.of(
            "is off or not connected.",
            "is in use by another program.",
            "is not set up.",
            "is busy or in use by another program.",
            "failed.",
            "did not finish within 2000 ms.",
            "has not answered an earlier request yet.",
            "was released: this register is closing.",
            "has a broken driver.")) {
      said("The " + kind.clerkName() + " " + fact);
    }
    DeviceOutcome.Fault none = kind.noneHere();
    said(none.message() + " " + none.nextStep());
    said(
        "Sell on without it and tell the operator: "
            + kind.logicalName(LaneId.parse("S01-R07"))
            + " in jpos.xml.");
    for (String first :
        List.of(
            "Check its power and cable",
            "Close the other program",
            "Wait a moment",
            "Switch it off and on",
            "Start the register")) {
      said(first + meanwhile(kind));
    }
    said(byHand(kind));
  }

  private static String meanwhile(DeviceKind kind) {
    return switch (kind) {
      case PRINTER -> ", then reprint.";
      case DRAWER -> "; meanwhile open the drawer with its key.";
      case SCANNER -> "; meanwhile type the codes.";
      case DISPLAY -> "; meanwhile tell the customer the amount.";
      case SCALE -> "; meanwhile type the weight.";
      case MSR -> "; meanwhile search for customers by name.";
      case CARD_TERMINAL -> "; meanwhile take another tender.";
    };
  }

  private static String byHand(DeviceKind kind) {
    return switch (kind) {
      case PRINTER -> "Switch it off and on, then reprint.";
      case DRAWER -> "Open the drawer with its key.";
      case SCANNER -> "Type the codes and tell the operator.";
      case DISPLAY -> "Tell the customer the amount and tell the operator.";
      case SCALE -> "Type the weight and tell the operator.";
      case MSR -> "Search for customers by name and tell the operator.";
      case CARD_TERMINAL -> "Take another tender and tell the operator.";
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The scale is overloaded. Take the goods off and weigh them in parts.",
        "The scale shows less than zero. Empty it, set it to zero, then weigh again.",
        "The scale shows no weight. Put the goods on it and weigh again.",
        "The scale did not come to rest within 3000 ms. Let go of the goods, keep it clear of draught, and weigh again; or type the weight.",
        "The card reader did not read the card. Draw it through again, evenly and stripe down."
      })
  void whatOneDeviceAloneTellsIsSaid(String told) {
    said(told);
  }

  static Stream<String> ofDiskAndBroker() {
    return Stream.of(
        "Entry "
            + ENTRY
            + " was not stored: the disk of this register has no room beyond its reserve. Sales up to 11 are safe. Free space on the disk of data.dir; selling goes on by itself.",
        "Entry "
            + ENTRY
            + " may not be stored: the disk of data.dir refused a write, and what the journal of S01-R07 says since then cannot be believed. Nothing more is rung here. Check the disk, then restart the register; it reads from the disk what was stored.",
        "The last entry may not be stored: the disk of data.dir refused a write, and what the journal of S01-R07 says since then cannot be believed.",
        "Entry "
            + ENTRY
            + ": the journal did not confirm the write. Its tail will be read again before the number is used.",
        "Entry " + ENTRY + " was written and the journal now ends at 13 with another entry.",
        "The journal of S01-R07 cannot be read.",
        "The disk did not take the open ticket.",
        "This training has 10,000 entries. End it; another one begins empty.",
        "HQ holds another entry 12 of S01-R07/20261122081500 than this register: 3fa9 there, 0b2c here. Nothing leaves this register. Call support, and compare both with ./tillbridge verify.",
        "HQ holds entries of S01-R07/20261122081500 up to 14 and this register's journal ends at 12: its data.dir is an older copy. Stop selling here; start with an empty data.dir, which begins a new epoch, and keep this one for recovery.",
        "HQ has closed S01-R07/20261122081500: what is sold here is shown to HQ as an exception. Start this register with an empty data.dir, which begins a new epoch.",
        "HQ asks for entries within 3 to 14, and those before 12 left this register when HQ held them. Ask HQ to restore them from its own backup; selling goes on.");
  }

  @ParameterizedTest
  @MethodSource
  void ofDiskAndBroker(String told) {
    said(told);
  }

  @Test
  void idsStayAsTheyAreAndARefusalSaysItsDetail() {
    assertThat(
            CROATIAN.refusal(
                new Refusal.JournalFull(
                    "Entry "
                        + ENTRY
                        + " was not stored: the disk of this register has no room beyond its reserve.")))
        .contains("Zapis S01-R07/20261122081500/12 nije spremljen");
  }

  @Test
  void whatADriverSaysStaysAsItIs() {
    assertThat(CROATIAN.told("The scale failed. JavaPOS says: error 114/203, belt torn."))
        .isEqualTo("Vaga javlja pogrešku. JavaPOS says: error 114/203, belt torn.");
  }

  private static void said(String english) {
    assertThat(CROATIAN.told(english))
        .as(english)
        .doesNotContainPattern(ENGLISH)
        .doesNotContain("{");
  }
}
