package dev.tillbridge.broker.verify;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tillbridge.broker.wire.Wire;
import java.io.PrintWriter;
import java.util.List;

/** What a check found, for people and for programs. */
public final class VerifyReport {

  /** Every chain holds. */
  public static final int HOLDS = 0;

  /** At least one chain is broken. */
  public static final int BROKEN = 1;

  /** The input cannot be read; nothing is said about it. */
  public static final int UNREADABLE = 2;

  private final String input;
  private final List<StreamVerdict> streams;

  public VerifyReport(String input, List<StreamVerdict> streams) {
    this.input = input;
    this.streams = List.copyOf(streams);
  }

  /** {@link #HOLDS} or {@link #BROKEN}. */
  public int exitCode() {
    return streams.stream().allMatch(StreamVerdict::holds) ? HOLDS : BROKEN;
  }

  /** Writes a block for each stream and a last line for all. */
  public void printText(PrintWriter out) {
    streams.forEach(stream -> print(stream, out));
    long entries = streams.stream().mapToLong(StreamVerdict::entries).sum();
    long broken = streams.stream().filter(stream -> !stream.holds()).count();
    out.printf(
        "%s: %,d entries in %d streams; %s%n",
        input,
        entries,
        streams.size(),
        broken == 0 ? "every chain holds." : broken + " broken, see above.");
    out.flush();
  }

  private static void print(StreamVerdict stream, PrintWriter out) {
    out.printf("%s  %s%n", stream.stream(), stream.holds() ? "HOLDS" : "BROKEN");
    out.printf(
        "  entries  %,d, numbered %d to %d%n", stream.entries(), stream.first(), stream.last());
    if (stream.startsLate()) {
      out.printf(
          "           those before %d are not here: they have left and are not checked%n",
          stream.first());
    }
    out.printf("  key      %s%n", stream.key() == null ? "none" : stream.key().fingerprint());
    out.printf("  head     %s%n", stream.head());
    ChainBreak broken = stream.firstBreak();
    if (broken != null) {
      out.printf("  break    at %d: %s%n", broken.sequence(), broken.what());
      out.printf("           expected %s%n", broken.expected() == null ? "-" : broken.expected());
      out.printf("           found    %s%n", broken.found() == null ? "-" : broken.found());
    }
    out.println();
  }

  /** Writes one JSON object. */
  public void printJson(PrintWriter out) {
    out.println(
        Wire.JSON.writeValueAsString(
            new Json(
                input, exitCode() == HOLDS, streams.stream().map(VerifyReport::json).toList())));
    out.flush();
  }

  private static JsonStream json(StreamVerdict stream) {
    return new JsonStream(stream, stream.key() == null ? "" : stream.key().fingerprint());
  }

  @JsonPropertyOrder({"input", "holds", "streams"})
  record Json(String input, boolean holds, List<JsonStream> streams) {}

  record JsonStream(@JsonUnwrapped StreamVerdict verdict, String fingerprint) {}
}
