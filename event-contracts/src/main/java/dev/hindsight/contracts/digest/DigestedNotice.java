package dev.hindsight.contracts.digest;

import java.util.UUID;

/**
 * One thing that a digest tells.
 *
 * @param eventId the event that somebody is told of
 * @param actionItemId the item that it is about
 */
public record DigestedNotice(UUID eventId, UUID actionItemId) {}
