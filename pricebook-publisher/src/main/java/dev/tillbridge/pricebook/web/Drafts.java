package dev.tillbridge.pricebook.web;

import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.pricebook.importing.ImportedBook;
import dev.tillbridge.pricebook.importing.ImportedList;
import dev.tillbridge.pricebook.importing.PriceListImport;
import dev.tillbridge.pricebook.inspection.ProposedMapping;
import dev.tillbridge.pricebook.mapping.Mapping;
import dev.tillbridge.pricebook.terms.TermsFile;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Uploaded files and what came of reading them, the newest {@link #KEPT_MAX}; none outlives the
 * process. Nothing here is published or proposed by itself. Thread-safe.
 */
final class Drafts {

  static final int KEPT_MAX = 20;

  private static final int ID_BYTES = 16;
  private static final int NAME_CHARS_MAX = 80;

  private final Path dir;
  private final CurrencyUnit currency;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Draft> byId = new LinkedHashMap<>();

  /**
   * @param dir its own; what another process left there is removed
   */
  Drafts(Path dir, CurrencyUnit currency) {
    this.dir = dir;
    this.currency = currency;
    remove(dir);
  }

  synchronized Optional<Draft> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Takes uploaded files in, and reads them.
   *
   * @param mapping its text; empty to have one proposed from the list
   */
  Draft add(
      @Nullable UploadedFile list,
      String mappingName,
      String mapping,
      @Nullable UploadedFile terms) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    Path listFile = list == null ? null : kept(id, "list", list);
    Path termsFile = terms == null ? null : kept(id, "terms", terms);
    boolean inspect = listFile != null && mapping.isEmpty();
    Draft draft =
        new Draft(
            id,
            listFile,
            mappingName,
            mapping,
            inspect,
            termsFile,
            new Draft.Check(null, List.of(), 0));
    return put(inspect ? inspected(draft, listFile) : checked(draft, mapping, mappingName));
  }

  /** Reads the files again with another mapping. */
  Draft check(Draft draft, String mapping) {
    boolean same = mapping.strip().equals(draft.mapping().strip());
    return put(checked(draft, mapping, same ? draft.mappingName() : "as written below"));
  }

  /** Has a mapping proposed from the list. */
  Draft inspect(Draft draft) {
    return put(inspected(draft, draft.list()));
  }

  private Draft inspected(Draft draft, @Nullable Path list) {
    String name = "proposed from the list";
    try {
      String mapping = list == null ? "" : ProposedMapping.of(list);
      return draft.with(mapping, name, true, checkOf(draft, mapping));
    } catch (IllegalArgumentException e) {
      return draft.with("", name, true, failed(draft, e));
    } catch (IOException e) {
      throw unreadable(draft, e);
    }
  }

  private Draft checked(Draft draft, String mapping, String name) {
    return draft.with(mapping, name, false, checkOf(draft, mapping));
  }

  private Draft.Check checkOf(Draft draft, String mapping) {
    try {
      return new Draft.Check(list(draft, mapping), List.of(), terms(draft).size());
    } catch (IllegalArgumentException e) {
      return failed(draft, e);
    } catch (IOException e) {
      throw unreadable(draft, e);
    }
  }

  /**
   * All that a draft brings to a proposal.
   *
   * @throws IllegalArgumentException when it cannot be proposed
   */
  List<BookValue> values(Draft draft) {
    try {
      List<BookValue> list =
          switch (list(draft, draft.mapping())) {
            case null -> List.<BookValue>of();
            case ImportedList.Taken taken -> taken.values();
            case ImportedList.Refused refused ->
                throw new IllegalArgumentException(
                    "%s is refused: %,d bad rows, %,d are tolerated. Nothing was proposed."
                        .formatted(
                            draft.from(),
                            refused.counts().leftOut(),
                            refused.counts().tolerated()));
          };
      return ImportedBook.withTerms(list, terms(draft));
    } catch (IOException e) {
      throw unreadable(draft, e);
    }
  }

  private @Nullable ImportedList list(Draft draft, String yaml) throws IOException {
    Path list = draft.list();
    if (list == null) {
      return null;
    }
    Mapping mapping = Mapping.parse(yaml, "the mapping");
    String named = mapping.currency();
    if (named != null && !named.equals(currency.getCode())) {
      throw new IllegalArgumentException(
          "The mapping's currency is %s, HQ's is %s. Nothing was imported."
              .formatted(named, currency));
    }
    return PriceListImport.read(list, mapping, currency);
  }

  private List<BookValue> terms(Draft draft) throws IOException {
    Path terms = draft.terms();
    return terms == null ? List.of() : TermsFile.read(terms, currency);
  }

  private static Draft.Check failed(Draft draft, IllegalArgumentException e) {
    String sentence = String.valueOf(e.getMessage());
    for (Path file : files(draft)) {
      sentence = sentence.replace(file.toString(), String.valueOf(file.getFileName()));
    }
    return new Draft.Check(null, List.of(sentence), 0);
  }

  private static List<Path> files(Draft draft) {
    List<Path> files = new ArrayList<>();
    if (draft.list() != null) {
      files.add(draft.list());
    }
    if (draft.terms() != null) {
      files.add(draft.terms());
    }
    return files;
  }

  private static UncheckedIOException unreadable(Draft draft, IOException e) {
    return new UncheckedIOException(
        "%s cannot be read: %s. Nothing was proposed; upload it again."
            .formatted(draft.from(), e.getMessage()),
        e);
  }

  private synchronized Draft put(Draft draft) {
    byId.remove(draft.id());
    byId.put(draft.id(), draft);
    while (byId.size() > KEPT_MAX) {
      String oldest = byId.keySet().iterator().next();
      byId.remove(oldest);
      remove(dir.resolve(oldest));
    }
    return draft;
  }

  private Path kept(String id, String part, UploadedFile upload) {
    String name = upload.filename().replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    String last = name.substring(Math.max(0, name.length() - NAME_CHARS_MAX));
    Path file = dir.resolve(id).resolve(part).resolve(last.matches("\\.*") ? part : last);
    try (InputStream content = upload.content()) {
      Files.createDirectories(file.getParent());
      Files.copy(content, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s cannot be kept in %s: %s. Nothing was checked; look at the disk, then upload it again."
              .formatted(last, dir, e.getMessage()),
          e);
    }
  }

  private static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove " + folder + ": " + e.getMessage(), e);
    }
  }
}
