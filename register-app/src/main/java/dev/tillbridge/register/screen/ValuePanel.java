package dev.tillbridge.register.screen;

import dev.tillbridge.register.elsewhere.Told;
import dev.tillbridge.register.storedvalue.BalanceDesk.Seen;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.words.TimeWords;
import java.time.Duration;

/**
 * What the stored value panel says.
 *
 * @param number whose balance was asked for, empty for none
 * @param balance in words, empty when none was asked for or it is not known yet
 * @param problem why it is not known, empty for nothing
 * @param asking what is said while HQ is asked, empty when it is not
 */
public record ValuePanel(String number, String balance, String problem, String asking) {

  static ValuePanel of(String asked, ScreenParts parts) {
    Words words = parts.words();
    if (asked.isEmpty()) {
      boolean paying = parts.desks().values().told() instanceof Told.Asking;
      return new ValuePanel("", "", "", paying ? words.of(Word.ASKING, words.text("HQ")) : "");
    }
    return switch (parts.desks().balances().look(asked)) {
      case Seen.Left left ->
          new ValuePanel(
              left.number(),
              left.asOf() == null
                  ? words.of(Word.BALANCE_NOW, left.number(), words.money(left.left()))
                  : words.of(
                      Word.BALANCE_AS_OF,
                      left.number(),
                      words.money(left.left()),
                      TimeWords.of(Duration.between(left.asOf(), parts.clock().instant()))),
              "",
              "");
      case Seen.Asking(String number) ->
          new ValuePanel(number, "", "", words.of(Word.ASKING, words.text("HQ")));
      case Seen.NotSeen not -> new ValuePanel(asked, "", words.refusal(not.why()), "");
    };
  }
}
