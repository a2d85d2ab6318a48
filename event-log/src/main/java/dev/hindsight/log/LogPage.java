package dev.hindsight.log;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Some entries that follow one another in the log.
 *
 * @param unreadable what ended the page before it was full: nobody may pass it
 */
record LogPage(
        List<TrackedEventMessage<?>> events, @Nullable UnreadableEntryException unreadable) {}
