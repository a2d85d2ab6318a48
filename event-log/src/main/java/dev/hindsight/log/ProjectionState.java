package dev.hindsight.log;

import org.jspecify.annotations.Nullable;

/**
 * How far a projection is, and its last rebuild.
 *
 * @param position the last position that what is read includes
 * @param head the last position of the log
 * @param lag how many entries are still to be handled
 * @param failing whether it cannot go on at the moment; a rebuild has a mark of its own
 * @param error what failed, without anything of the event's content
 * @param rebuild the last one, if there ever was one
 */
public record ProjectionState(
        String name,
        long position,
        long head,
        long lag,
        boolean failing,
        @Nullable String error,
        @Nullable Rebuild rebuild) {

    static ProjectionState of(ProcessorProgress live, @Nullable Rebuild rebuild) {
        return new ProjectionState(
                live.name(), live.position(), live.head(), live.lag(), live.failing(), live.error(), rebuild);
    }
}
