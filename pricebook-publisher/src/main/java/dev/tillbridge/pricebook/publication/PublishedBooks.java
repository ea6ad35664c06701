package dev.tillbridge.pricebook.publication;

import dev.tillbridge.model.pricebook.Manifest;
import java.util.Optional;

/**
 * What is at HQ now.
 *
 * @param forAll the book of all stores, absent before the first publish
 * @param trial the book that some stores try first; over as soon as the other has a higher version
 */
public record PublishedBooks(Optional<Manifest> forAll, Optional<Manifest> trial) {

  static PublishedBooks of(Optional<Manifest> forAll, Optional<Manifest> canary) {
    long version = forAll.map(Manifest::version).orElse(0L);
    return new PublishedBooks(forAll, canary.filter(m -> m.version() > version));
  }

  /** The one that a store's registers are to ring with. */
  public Optional<Manifest> meantFor(String store) {
    return trial.filter(manifest -> manifest.stores().contains(store)).or(() -> forAll);
  }

  /** The version published last, for whomever. */
  public Optional<Manifest> newest() {
    return trial.or(() -> forAll);
  }
}
