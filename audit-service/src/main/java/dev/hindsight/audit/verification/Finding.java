package dev.hindsight.audit.verification;

/**
 * Something that is not as it was sealed.
 *
 * @param position in the log
 */
public record Finding(long position, Kind kind) {

    /** What is wrong. */
    public enum Kind {
        /** The log's entry is not the one that was sealed. */
        ENTRY_ALTERED,
        /** The log has no entry any more. */
        ENTRY_MISSING,
        /** The tree has no leaf, or one with other bytes than its hash. */
        LEAF_DAMAGED,
        /** The entries up to here do not give the root that was signed. */
        ROOT_DIFFERS
    }
}
