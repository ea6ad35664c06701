package dev.tillbridge.model.pricing;

import static dev.tillbridge.model.pricing.ExampleBook.money;

import dev.tillbridge.model.pricebook.Promotion;
import dev.tillbridge.model.pricebook.Reward;
import dev.tillbridge.model.pricebook.Selection;
import dev.tillbridge.model.pricebook.Validity;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a worked example's promotion: {@code CODE: REWARD on GOODS; CONDITION; CONDITION}. */
final class ExamplePromotion {

  private static final Pattern BASKET = Pattern.compile("(\\S+)( %)? off a basket of (\\S+)");
  private static final Pattern PERCENT = Pattern.compile("(\\S+) % off");
  private static final Pattern AMOUNT = Pattern.compile("(\\S+) off each");
  private static final Pattern FIXED = Pattern.compile("price (\\S+)");
  private static final Pattern MULTIBUY = Pattern.compile("(\\d+) for (\\d+)");
  private static final Pattern BUNDLE = Pattern.compile("(\\d+) for (\\d+\\.\\d+)");
  private static final Pattern MIX = Pattern.compile("(.+ \\+ .+) for (\\S+)");

  private final String code;
  private @Nullable LocalDateTime from;
  private @Nullable LocalDateTime until;
  private @Nullable LocalTime hoursFrom;
  private @Nullable LocalTime hoursUntil;
  private @Nullable String coupon;
  private @Nullable String group;
  private List<DayOfWeek> days = List.of();
  private List<String> zones = List.of();
  private int priority;
  private boolean exclusive;

  private ExamplePromotion(String code) {
    this.code = code;
  }

  static Promotion of(String text) {
    int colon = text.indexOf(':');
    String[] clauses = text.substring(colon + 1).split(";");
    ExamplePromotion reading = new ExamplePromotion(text.substring(0, colon).strip());
    for (int i = 1; i < clauses.length; i++) {
      reading.condition(clauses[i].strip());
    }
    return reading.promotion(clauses[0].strip());
  }

  private void condition(String condition) {
    String[] words = condition.split(" ");
    String rest = condition.substring(words[0].length()).strip();
    switch (words[0]) {
      case "from" -> from = moment(rest);
      case "until" -> until = moment(rest);
      case "days" -> days = Arrays.stream(rest.split(" ")).map(ExamplePromotion::day).toList();
      case "hours" -> {
        hoursFrom = LocalTime.parse(rest.substring(0, rest.indexOf('-')));
        hoursUntil = LocalTime.parse(rest.substring(rest.indexOf('-') + 1));
      }
      case "zone" -> zones = List.of(rest);
      case "coupon" -> coupon = rest;
      case "group" -> group = rest;
      case "priority" -> priority = Integer.parseInt(rest);
      case "exclusive" -> exclusive = true;
      default -> throw new IllegalArgumentException("no condition is \"" + condition + "\"");
    }
  }

  private Promotion promotion(String text) {
    int on = text.indexOf(" on ");
    return new Promotion(
        code,
        "Promotion " + code,
        new Validity(from, until, days, hoursFrom, hoursUntil, zones),
        priority,
        exclusive,
        coupon,
        group,
        on < 0 ? Selection.ALL : selection(text.substring(on + 4)),
        reward(on < 0 ? text : text.substring(0, on)));
  }

  private static Reward reward(String text) {
    Matcher found = BASKET.matcher(text);
    if (found.matches()) {
      return found.group(2) == null
          ? new Reward.BasketAmount(money(found.group(3)), money(found.group(1)))
          : new Reward.BasketPercent(money(found.group(3)), new BigDecimal(found.group(1)));
    }
    if ((found = PERCENT.matcher(text)).matches()) {
      return new Reward.PercentOff(new BigDecimal(found.group(1)));
    }
    if ((found = AMOUNT.matcher(text)).matches()) {
      return new Reward.AmountOff(money(found.group(1)));
    }
    if ((found = FIXED.matcher(text)).matches()) {
      return new Reward.FixedPrice(money(found.group(1)));
    }
    if ((found = MULTIBUY.matcher(text)).matches()) {
      return new Reward.Multibuy(
          Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
    }
    if ((found = BUNDLE.matcher(text)).matches()) {
      return new Reward.BundlePrice(Integer.parseInt(found.group(1)), money(found.group(2)));
    }
    if ((found = MIX.matcher(text)).matches()) {
      List<Reward.Part> parts =
          Arrays.stream(found.group(1).split(" \\+ ")).map(ExamplePromotion::part).toList();
      return new Reward.MixAndMatch(parts, money(found.group(2)));
    }
    throw new IllegalArgumentException("no reward is \"" + text + "\"");
  }

  private static Reward.Part part(String text) {
    String[] words = text.strip().split(" ");
    return words.length == 1
        ? new Reward.Part(selection(words[0]), 1)
        : new Reward.Part(selection(words[1]), Integer.parseInt(words[0]));
  }

  private static Selection selection(String text) {
    String[] sides = text.split(" except ");
    List<String> items = new ArrayList<>();
    List<String> categories = new ArrayList<>();
    for (String name : sides[0].split(", ")) {
      (Character.isLowerCase(name.charAt(0)) ? categories : items).add(name);
    }
    return new Selection(
        items, categories, sides.length == 1 ? List.of() : List.of(sides[1].split(", ")));
  }

  private static LocalDateTime moment(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T'));
  }

  private static DayOfWeek day(String shortName) {
    return Arrays.stream(DayOfWeek.values())
        .filter(day -> day.name().substring(0, 3).equalsIgnoreCase(shortName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no day is \"" + shortName + "\""));
  }
}
