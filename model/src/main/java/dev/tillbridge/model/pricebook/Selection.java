package dev.tillbridge.model.pricebook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which items: those named, those of the categories named, or all when neither names any.
 *
 * @param items codes
 * @param categories of items
 * @param except codes of items left out in any case
 */
@JsonPropertyOrder({"items", "categories", "except"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Selection(List<String> items, List<String> categories, List<String> except) {

  /** Every item. */
  public static final Selection ALL = new Selection(List.of(), List.of(), List.of());

  public Selection {
    items = sorted(items);
    categories = sorted(categories);
    except = sorted(except);
  }

  /** These items and no others. */
  public static Selection ofItems(String... codes) {
    return new Selection(List.of(codes), List.of(), List.of());
  }

  /** All items of these categories. */
  public static Selection ofCategories(String... categories) {
    return new Selection(List.of(), List.of(categories), List.of());
  }

  /** Whether it names neither items nor categories. */
  @JsonIgnore
  public boolean isAll() {
    return items.isEmpty() && categories.isEmpty();
  }

  /** Whether the item is one of them. */
  public boolean has(BookValue.Item item) {
    return !among(except, item.code())
        && (isAll() || among(items, item.code()) || among(categories, item.category()));
  }

  private static boolean among(List<String> sorted, @Nullable String value) {
    return value != null && Collections.binarySearch(sorted, value) >= 0;
  }

  private static List<String> sorted(@Nullable List<String> values) {
    return values == null ? List.of() : values.stream().distinct().sorted().toList();
  }
}
