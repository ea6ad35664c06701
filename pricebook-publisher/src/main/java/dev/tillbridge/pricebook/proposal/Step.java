package dev.tillbridge.pricebook.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who brought a proposal into a state, when, and why.
 *
 * @param why null when there is nothing to say
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Step(ProposalState to, String by, Instant at, @Nullable String why) {}
