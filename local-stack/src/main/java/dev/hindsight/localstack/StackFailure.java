package dev.hindsight.localstack;

/** Ends the command with one sentence that a person can act on. */
public final class StackFailure extends RuntimeException {

    StackFailure(String sentence) {
        super(sentence);
    }

    StackFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
