package dev.tillbridge.pricebook.web;

import static java.util.Comparator.comparing;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.pricebook.comparison.Change;
import dev.tillbridge.pricebook.comparison.Comparison;
import dev.tillbridge.pricebook.comparison.PriceChange;
import dev.tillbridge.pricebook.desk.Compared;
import dev.tillbridge.screens.words.MoneyWords;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of what differs between two books.
 *
 * @param counts how many changes each kind has
 * @param path address of the page, to which kind, search and page number are added
 */
public record ChangesView(
    Compared compared,
    int outlierPercent,
    String path,
    Kind kind,
    String search,
    int page,
    int pages,
    int found,
    Map<Kind, Integer> counts,
    List<Change> shown) {

  private static final int ROWS = 50;
  private static final int OUTLIERS_FIRST = 10;

  /** What to look at. */
  public enum Kind {
    OUTLIERS("Outliers"),
    PRICES("Prices"),
    NEW("New items"),
    GONE("Items gone"),
    TERMS("Promotions and terms"),
    OTHER("Other");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ChangesView of(Context ctx, Compared compared, int outlierPercent, String path) {
    return of(ctx, compared, outlierPercent, path, false);
  }

  /**
   * As asked for.
   *
   * @param outliersAbove whether the page names outliers elsewhere already
   */
  static ChangesView of(
      Context ctx, Compared compared, int outlierPercent, String path, boolean outliersAbove) {
    Map<Kind, List<Change>> all = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      all.put(kind, of(kind, compared.comparison(), outlierPercent));
    }
    Kind kind = asked(ctx.queryParam("kind"), all, outliersAbove);
    String search = ctx.queryParam("search") == null ? "" : ctx.queryParam("search").strip();
    List<Change> found =
        all.getOrDefault(kind, List.of()).stream().filter(change -> fits(change, search)).toList();
    int pages = Math.max(1, (found.size() + ROWS - 1) / ROWS);
    int page = Math.clamp(number(ctx.queryParam("page")), 1, pages);
    Map<Kind, Integer> counts = new LinkedHashMap<>();
    all.forEach((each, changes) -> counts.put(each, changes.size()));
    return new ChangesView(
        compared,
        outlierPercent,
        path,
        kind,
        search,
        page,
        pages,
        found.size(),
        counts,
        found.stream().skip((page - 1L) * ROWS).limit(ROWS).toList());
  }

  private static List<Change> of(Kind kind, Comparison comparison, int outlierPercent) {
    return switch (kind) {
      case OUTLIERS ->
          comparison.outliers(outlierPercent).stream()
              .sorted(comparing(ChangesView::percent).reversed().thenComparing(Change::key))
              .toList();
      case PRICES -> comparison.byMoney();
      case NEW -> items(comparison, Change.Kind.NEW);
      case GONE -> items(comparison, Change.Kind.GONE);
      case TERMS -> comparison.terms();
      case OTHER ->
          items(comparison, Change.Kind.CHANGED).stream()
              .filter(change -> change.prices().isEmpty())
              .toList();
    };
  }

  private static List<Change> items(Comparison comparison, Change.Kind kind) {
    return comparison.changes().stream()
        .filter(change -> change.isItem() && change.kind() == kind)
        .toList();
  }

  private static BigDecimal percent(Change change) {
    return change.prices().stream()
        .map(price -> price.percent().abs())
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO);
  }

  private static Kind asked(
      @Nullable String word, Map<Kind, List<Change>> all, boolean outliersAbove) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.word().equals(word))
        .findFirst()
        .or(() ->
            all.keySet().stream()
                .filter(kind -> !all.getOrDefault(kind, List.of()).isEmpty())
                .filter(kind -> kind != Kind.OUTLIERS || !outliersAbove)
                .findFirst())
        .orElse(Kind.PRICES);
  }

  private static boolean fits(Change change, String search) {
    return search.isEmpty()
        || change.title().toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT));
  }

  private static int number(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 1;
  }

  /** Address of the same changes, another page of them. */
  public String at(int otherPage) {
    return address(kind) + "&search=" + encoded(search) + "&page=" + otherPage + "#changes";
  }

  /** Address of another kind of changes. */
  public String at(Kind other) {
    return address(other) + "#changes";
  }

  private String address(Kind of) {
    return path + (path.contains("?") ? "&" : "?") + "kind=" + of.word();
  }

  /** How many there are in all. */
  public int total() {
    return compared.comparison().changes().size();
  }

  /** The first outliers, the largest first. */
  public List<Change> firstOutliers() {
    return of(Kind.OUTLIERS, compared.comparison(), outlierPercent).stream()
        .limit(OUTLIERS_FIRST)
        .toList();
  }

  /** The price of an item that is new or gone; empty of anything else. */
  public static String money(@Nullable BookValue value, Change change) {
    return change.kind() != Change.Kind.CHANGED && value instanceof BookValue.Item item
        ? MoneyWords.of(item.price())
        : "";
  }

  /** The one price of a change that a row shows; null when no price changes. */
  public static @Nullable PriceChange price(Change change) {
    return change.largest().orElse(null);
  }

  /** What else a row says. */
  public static String rest(Change change) {
    if (change.kind() != Change.Kind.CHANGED && change.value() instanceof BookValue.Item item) {
      return item.schedule().isEmpty() ? "" : item.schedule().size() + " scheduled prices";
    }
    boolean plain = change.prices().size() == 1 && plain(change.prices().getFirst());
    return Words.onScreen(String.join("; ", change.words().stream().skip(plain ? 1 : 0).toList()));
  }

  private static boolean plain(PriceChange price) {
    return price.zone() == null && price.from() == null;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
