package dev.hindsight.audit.rest;

import dev.hindsight.kit.problem.ProblemType;
import java.util.Locale;

/** What can be wrong with a request for proofs. */
enum AuditProblem implements ProblemType {
    NOT_YET_SEALED(
            409,
            "This is not sealed yet",
            "It is recorded; ask again in a second, when the next checkpoint includes it."),
    SEALING_REFUSED(
            503,
            "The log is not what was sealed",
            "Nothing is proved until an operator has restored the database: the service's health says what is wrong.");

    private final int status;
    private final String title;
    private final String advice;

    AuditProblem(int status, String title, String advice) {
        this.status = status;
        this.title = title;
        this.advice = advice;
    }

    @Override
    public String type() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String advice() {
        return advice;
    }
}
