package dev.hindsight.audit.rest;

import dev.hindsight.kit.problem.ProblemType;

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

    private final Meaning meaning;

    AuditProblem(int status, String title, String advice) {
        meaning = new Meaning(status, title, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
