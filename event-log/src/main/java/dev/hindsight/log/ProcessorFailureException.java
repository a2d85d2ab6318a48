package dev.hindsight.log;

/** Stands for the failure of a handler where Axon logs it: with its trace, without its message, which may quote the event. */
final class ProcessorFailureException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProcessorFailureException(String reason, Throwable original) {
        super(reason);
        setStackTrace(original.getStackTrace());
    }
}
