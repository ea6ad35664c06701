package dev.tillbridge.broker.wire;

import dev.tillbridge.model.delivery.Heartbeat;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.shared.SharedRecord;
import org.joda.money.Money;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads and writes what travels between programs. Money is text such as {@code "GBP 2.55"}; dates
 * and instants are ISO 8601; every message starts with {@code "v":1}. Thread-safe.
 */
public final class Wire {

  /** The version written here, and the only one read. */
  public static final int VERSION = 1;

  /** The mapper with our rules for money and time, for screens and command output too. */
  public static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .addModule(
              new SimpleModule("money")
                  .addSerializer(Money.class, new MoneyText.Writer())
                  .addDeserializer(Money.class, new MoneyText.Reader()))
          .build();

  /** Journal entries: {@code {"v":1,"entry":{...}}}; they travel and lie sealed. */
  public static final Format<JournalEntry> ENTRY =
      new Format<>("journal entry", Envelope.OfEntry.class, Envelope.OfEntry::new);

  /** Heartbeats: {@code {"v":1,"heartbeat":{...}}}. */
  public static final Format<Heartbeat> HEARTBEAT =
      new Format<>("heartbeat", Envelope.OfHeartbeat.class, Envelope.OfHeartbeat::new);

  /** Watermarks: {@code {"v":1,"watermark":{...}}}. */
  public static final Format<Watermark> WATERMARK =
      new Format<>("watermark", Envelope.OfWatermark.class, Envelope.OfWatermark::new);

  /** Price-book values: {@code {"v":1,"value":{...}}}. */
  public static final Format<BookValue> BOOK_VALUE =
      new Format<>("price-book value", Envelope.OfValue.class, Envelope.OfValue::new);

  /** Price-book manifests: {@code {"v":1,"manifest":{...}}}. */
  public static final Format<Manifest> MANIFEST =
      new Format<>("price-book manifest", Envelope.OfManifest.class, Envelope.OfManifest::new);

  /** What lanes ask elsewhere: {@code {"v":1,"inquiry":{...}}}. */
  public static final Format<Inquiry> INQUIRY =
      new Format<>("inquiry", Envelope.OfInquiry.class, Envelope.OfInquiry::new);

  /** What they are answered: {@code {"v":1,"answer":{...}}}. */
  public static final Format<Answer> ANSWER =
      new Format<>("answer", Envelope.OfAnswer.class, Envelope.OfAnswer::new);

  /** What HQ tells all lanes: {@code {"v":1,"shared":{...}}}. */
  public static final Format<SharedRecord> SHARED =
      new Format<>("shared record", Envelope.OfShared.class, Envelope.OfShared::new);

  private Wire() {}
}
