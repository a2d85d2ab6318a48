package dev.hindsight.lighthouse.domain;

import java.util.UUID;
import java.util.function.Supplier;

/** Breaks the rule that decisions are repeatable. */
public record LampByChance(Supplier<UUID> ids) {

    public LampByChance() {
        this(UUID::randomUUID);
    }
}
