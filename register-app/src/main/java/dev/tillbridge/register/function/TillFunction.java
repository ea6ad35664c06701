package dev.tillbridge.register.function;

import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.words.Word;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Something a clerk can have the till do.
 *
 * @param name of the deed in the page's script, or of the panel it opens
 * @param label what it is called in this state of the lane
 * @param key that does it at once, such as {@code F5} or {@code Shift+F5}; empty for none
 * @param possible whether it can be done now
 * @param place where it always stands, besides the menu
 * @param panel whether it opens the panel {@code panel/NAME.jte}
 */
public record TillFunction(
    String name,
    FunctionGroup group,
    Function<LaneView, Word> label,
    String key,
    Predicate<LaneView> possible,
    Place place,
    boolean panel) {

  /** Where a function always stands. */
  public enum Place {
    /** In the tabs above the panel. */
    TABS,
    /** Among the keys at the bottom. */
    LEGEND,
    /** Beside the amounts. */
    CASH,
    /** In the menu only. */
    MENU
  }

  /** The key as it is written on it: {@code ⇧F5}. */
  public String cap() {
    return key.replace("Shift+", "⇧");
  }

  public Word label(LaneView view) {
    return label.apply(view);
  }

  public boolean isPossible(LaneView view) {
    return possible.test(view);
  }

  /** For an attribute of the page: absent when there is no key. */
  public @Nullable String shortcut() {
    return key.isEmpty() ? null : key;
  }
}
