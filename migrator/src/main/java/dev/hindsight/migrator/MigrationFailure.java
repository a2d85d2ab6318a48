package dev.hindsight.migrator;

/** Ends the migration with one sentence that a person can act on. */
final class MigrationFailure extends RuntimeException {

    MigrationFailure(String sentence) {
        super(sentence);
    }

    MigrationFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
