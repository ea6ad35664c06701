package dev.tillbridge.pricebook.web;

import dev.tillbridge.pricebook.importing.ImportedList;
import dev.tillbridge.pricebook.pricelist.BadRow;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Uploaded files on their way to a proposal.
 *
 * @param id nobody can guess it
 * @param list null when only terms were uploaded
 * @param mappingName what the mapping was when it was chosen
 * @param mapping its text as it stands on the page
 * @param inspected whether the mapping was proposed from the list and nobody has changed it yet
 * @param terms null when none were uploaded
 * @param check what came of reading all this
 */
public record Draft(
    String id,
    @Nullable Path list,
    String mappingName,
    String mapping,
    boolean inspected,
    @Nullable Path terms,
    Check check) {

  /**
   * What came of reading it.
   *
   * @param list null when there is none, or it could not be read with this mapping
   * @param problems what is wrong besides its rows, in sentences
   * @param terms values in the terms file
   */
  public record Check(@Nullable ImportedList list, List<String> problems, int terms) {

    /** Whether all of it can be proposed. */
    public boolean isGood() {
      return problems.isEmpty() && !(list instanceof ImportedList.Refused);
    }

    public List<BadRow> badRows() {
      return list == null ? List.of() : list.badRows();
    }

    public List<BadRow> notes() {
      return list == null ? List.of() : list.warnings();
    }
  }

  /** Names of the files. */
  public String from() {
    if (list == null) {
      return name(terms);
    }
    return terms == null ? name(list) : name(list) + " and " + name(terms);
  }

  private static String name(@Nullable Path file) {
    return file == null ? "" : String.valueOf(file.getFileName());
  }

  Draft with(String newMapping, String name, boolean isInspected, Check newCheck) {
    return new Draft(id, list, name, newMapping, isInspected, terms, newCheck);
  }
}
