package dev.tillbridge.it.drill;

import java.util.List;

/**
 * What a quiet point showed.
 *
 * @param receipts tickets the registers said they have completed
 * @param atHq those of them that HQ has, each once and byte for byte
 * @param wrong everything else that is not as it should be, in words
 * @param catchUpSeconds from the moment everything worked again until HQ had everything
 */
record Findings(
    int receipts,
    int atHq,
    List<String> lost,
    List<String> duplicated,
    List<String> altered,
    List<String> wrong,
    double catchUpSeconds) {

  boolean clean() {
    return lost.isEmpty()
        && duplicated.isEmpty()
        && altered.isEmpty()
        && wrong.isEmpty()
        && atHq == receipts;
  }
}
