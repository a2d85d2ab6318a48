package dev.hindsight.gateway.actionitems;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The contributing factors of the post-mortem in which an action item was agreed. */
public record Factors(List<Factor> factors) {

    static final Factors NONE = new Factors(List.of());

    public record Factor(String factorId, String statement) {}

    /** Null for a factor of another post-mortem. */
    public @Nullable String statement(String id) {
        return find(id).map(Factor::statement).orElse(null);
    }

    private Optional<Factor> find(String id) {
        return factors.stream().filter(factor -> factor.factorId().equals(id)).findFirst();
    }
}
