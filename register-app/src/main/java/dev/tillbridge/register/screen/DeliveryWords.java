package dev.tillbridge.register.screen;

import dev.tillbridge.broker.link.LinkStatus;
import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.words.ByteWords;
import dev.tillbridge.screens.words.TimeWords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What HQ has of this register, in words. */
final class DeliveryWords {

  /** HQ answers within a second or two; silent for longer, it is worth telling. */
  static final Duration QUIET_MAX = Duration.ofMinutes(1);

  private DeliveryWords() {}

  /** While the link is up. */
  static String of(DeliveryStatus delivery, LinkStatus link, Instant now, Words words) {
    if (delivery.recorded() == 0) {
      return words.of(Word.HQ_NOTHING_RECORDED);
    }
    if (delivery.onTheWay() == 0) {
      return words.of(Word.HQ_HAS_ALL, Long.toString(delivery.atHq()));
    }
    String told =
        delivery.hq() == null
            ? words.of(Word.HQ_TOLD_NOTHING, delivery.onTheWay())
            : words.of(Word.HQ_BEHIND, Long.toString(delivery.atHq()), delivery.onTheWay());
    Duration quiet = Duration.between(lastSign(delivery, link), now);
    return quiet.compareTo(QUIET_MAX) < 0
        ? told
        : words.of(Word.HQ_QUIET, told, TimeWords.of(quiet));
  }

  private static Instant lastSign(DeliveryStatus delivery, LinkStatus link) {
    Instant heard = delivery.heardAt();
    return heard == null || heard.isBefore(link.since()) ? link.since() : heard;
  }

  /** Entries of any kind: a drawer opened waits as a ticket does. */
  static String records(long waiting, Words words) {
    return waiting == 0 ? words.of(Word.NOTHING_WAITING) : words.of(Word.RECORDS_WAITING, waiting);
  }

  /** Figures behind the words. */
  static String details(DeliveryStatus delivery, LinkStatus link, Instant now, Words words) {
    List<String> facts = new ArrayList<>();
    facts.add(words.of(Word.DETAIL_SERVER, link.peer()));
    facts.add(
        words.of(
            Word.DETAIL_RECORDED,
            Long.toString(delivery.recorded()),
            Long.toString(delivery.atHq())));
    Instant heard = delivery.heardAt();
    facts.add(
        heard == null
            ? words.of(Word.DETAIL_HQ_NEVER)
            : words.of(Word.DETAIL_HQ_HEARD, TimeWords.of(Duration.between(heard, now))));
    Duration offset = delivery.clockOffset();
    facts.add(
        offset == null
            ? words.of(Word.DETAIL_NO_CLOCK)
            : words.of(
                Word.DETAIL_CLOCK,
                String.format(Locale.UK, "%+.1f", offset.toMillis() / 1_000.0)
                    .replace('.', words.decimalPoint())));
    facts.add(words.of(Word.DETAIL_DISK, ByteWords.of(delivery.disk().freeBytes())));
    return String.join(" ", facts);
  }
}
