package dev.tillbridge.broker.wire;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.tillbridge.model.delivery.Heartbeat;
import dev.tillbridge.model.delivery.Watermark;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.model.shared.SharedRecord;
import java.util.Objects;

/** A version, and what it is the version of. */
interface Envelope<T> {

  int v();

  @JsonIgnore
  T content();

  @JsonPropertyOrder({"v", "entry"})
  record OfEntry(int v, JournalEntry entry) implements Envelope<JournalEntry> {
    public OfEntry {
      Objects.requireNonNull(entry, "entry is missing");
    }

    @Override
    @JsonIgnore
    public JournalEntry content() {
      return entry;
    }
  }

  @JsonPropertyOrder({"v", "heartbeat"})
  record OfHeartbeat(int v, Heartbeat heartbeat) implements Envelope<Heartbeat> {
    public OfHeartbeat {
      Objects.requireNonNull(heartbeat, "heartbeat is missing");
    }

    @Override
    @JsonIgnore
    public Heartbeat content() {
      return heartbeat;
    }
  }

  @JsonPropertyOrder({"v", "watermark"})
  record OfWatermark(int v, Watermark watermark) implements Envelope<Watermark> {
    public OfWatermark {
      Objects.requireNonNull(watermark, "watermark is missing");
    }

    @Override
    @JsonIgnore
    public Watermark content() {
      return watermark;
    }
  }

  @JsonPropertyOrder({"v", "value"})
  record OfValue(int v, BookValue value) implements Envelope<BookValue> {
    public OfValue {
      Objects.requireNonNull(value, "value is missing");
    }

    @Override
    @JsonIgnore
    public BookValue content() {
      return value;
    }
  }

  @JsonPropertyOrder({"v", "manifest"})
  record OfManifest(int v, Manifest manifest) implements Envelope<Manifest> {
    public OfManifest {
      Objects.requireNonNull(manifest, "manifest is missing");
    }

    @Override
    @JsonIgnore
    public Manifest content() {
      return manifest;
    }
  }

  @JsonPropertyOrder({"v", "inquiry"})
  record OfInquiry(int v, Inquiry inquiry) implements Envelope<Inquiry> {
    public OfInquiry {
      Objects.requireNonNull(inquiry, "inquiry is missing");
    }

    @Override
    @JsonIgnore
    public Inquiry content() {
      return inquiry;
    }
  }

  @JsonPropertyOrder({"v", "answer"})
  record OfAnswer(int v, Answer answer) implements Envelope<Answer> {
    public OfAnswer {
      Objects.requireNonNull(answer, "answer is missing");
    }

    @Override
    @JsonIgnore
    public Answer content() {
      return answer;
    }
  }

  @JsonPropertyOrder({"v", "shared"})
  record OfShared(int v, SharedRecord shared) implements Envelope<SharedRecord> {
    public OfShared {
      Objects.requireNonNull(shared, "shared is missing");
    }

    @Override
    @JsonIgnore
    public SharedRecord content() {
      return shared;
    }
  }
}
