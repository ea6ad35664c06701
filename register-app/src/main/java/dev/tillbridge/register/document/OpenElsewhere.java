package dev.tillbridge.register.document;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.identity.LaneId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An open document that another lane has.
 *
 * @param asOf when that was known to be so, null when it never was
 */
public record OpenElsewhere(Document document, LaneId at, @Nullable Instant asOf) {}
