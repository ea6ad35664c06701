package dev.tillbridge.register.search;

import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.offsite.OffsiteItem;
import dev.tillbridge.model.pricebook.BookValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what the price book does not have: an event's quick items, which come first. */
public final class OwnItems {

  private OwnItems() {}

  /** The hits with those quick items that fit the text before them. */
  public static Hits before(Hits hits, String text, @Nullable OffsiteEvent event, int most) {
    List<String> wanted = Fold.words(text);
    if (event == null || wanted.isEmpty()) {
      return hits;
    }
    List<BookValue.Item> items = new ArrayList<>();
    for (OffsiteItem item : event.items()) {
      if (item.quick() && fits(wanted, Fold.words(item.code() + " " + item.name()))) {
        items.add(item.asItem());
      }
    }
    int own = items.size();
    items.addAll(hits.items());
    return own == 0
        ? hits
        : new Hits(
            true, hits.total() + own, List.copyOf(items.subList(0, Math.min(most, items.size()))));
  }

  private static boolean fits(List<String> wanted, List<String> words) {
    return wanted.stream().allMatch(each -> words.stream().anyMatch(word -> word.startsWith(each)));
  }
}
