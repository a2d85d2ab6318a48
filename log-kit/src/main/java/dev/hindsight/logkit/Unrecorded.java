package dev.hindsight.logkit;

import java.util.List;
import java.util.UUID;

/** Tells what holds before anything of it is in the log: version 0, without entries. */
public final class Unrecorded {

    private Unrecorded() {}

    /** @param id stands for the last entry, which there is none of */
    public static <S> Told<S> told(UUID id, S state) {
        return new Told<>(state, id, 0, (_, _) -> List.of());
    }
}
