package dev.hindsight.log;

import org.jspecify.annotations.Nullable;

/**
 * How far a processor is, whichever replica owns it.
 *
 * @param failing whether it failed here and is not past the failure, or stands still although there is more to handle
 * @param error what failed, without anything of the event's content
 */
public record ProcessorProgress(
        String name,
        long position,
        long head,
        boolean failing,
        @Nullable String error) {

    public long lag() {
        return Math.max(0, head - position);
    }
}
