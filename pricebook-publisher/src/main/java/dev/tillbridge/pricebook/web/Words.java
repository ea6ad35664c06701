package dev.tillbridge.pricebook.web;

import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.pricebook.desk.OutcomeWords;
import dev.tillbridge.pricebook.proposal.Proposal;
import dev.tillbridge.pricebook.proposal.ProposalWords;
import dev.tillbridge.screens.words.MoneyWords;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.joda.money.Money;

/** Times, numbers and sentences as the pages write them. */
public final class Words {

  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.UK);

  private final ZoneId zone;
  private final Clock clock;

  Words(ZoneId zone, Clock clock) {
    this.zone = zone;
    this.clock = clock;
  }

  ZonedDateTime now() {
    return clock.instant().atZone(zone);
  }

  public String time(Instant instant) {
    return SECONDS.format(instant.atZone(zone));
  }

  public String minute(Instant instant) {
    return MINUTES.format(instant.atZone(zone));
  }

  public String minute(LocalDateTime time) {
    return MINUTES.format(time);
  }

  public String ago(Instant instant) {
    return OutcomeWords.age(Duration.between(instant, clock.instant())) + " ago";
  }

  public String number(long number) {
    return String.format(Locale.UK, "%,d", number);
  }

  public String state(Proposal proposal) {
    return ProposalWords.state(proposal, zone);
  }

  /** With a capital letter at its beginning. */
  public String sentence(String words) {
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }

  /** The same after the state's own word. */
  public String stateAfterWord(Proposal proposal) {
    String word = proposal.state().name().toLowerCase(Locale.ROOT);
    return state(proposal).replaceFirst("^" + word + " ", "");
  }

  /** Whom a version is for, as an addition to its number. */
  public String forWhom(Manifest manifest) {
    return manifest.stores().isEmpty() ? "" : "first for " + String.join(", ", manifest.stores());
  }

  public String percent(BigDecimal percent) {
    return (percent.signum() > 0 ? "+" : percent.signum() < 0 ? "\u2212" : "")
        + String.format(Locale.UK, "%,.1f", percent.abs());
  }

  public String signed(Money money) {
    return (money.isPositive() ? "+" : "") + MoneyWords.of(money);
  }

  /** A sentence of the commands, with money and places as the screen calls them. */
  public static String onScreen(String sentence) {
    return MoneyWords.within(sentence)
        .replaceAll(" Next: pricebook approve \\d+", " Next: that person approves it here.")
        .replace("pricebook inspect proposes a charset", "a mapping proposed from the list has one")
        .replace("pricebook status", "Status")
        .replace("pricebook proposals", "Proposals")
        .replace("pricebook versions", "Versions")
        .replace(" (--now)", "");
  }
}
