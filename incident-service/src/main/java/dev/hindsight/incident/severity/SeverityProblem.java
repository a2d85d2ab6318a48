package dev.hindsight.incident.severity;

import dev.hindsight.kit.problem.ProblemType;

/** Why no severity can be suggested. */
public enum SeverityProblem implements ProblemType {
    NOT_ENOUGH_DATA(
            422,
            "The series is shorter than the rule needs",
            "Nothing was recorded. Record a series with what the detail says is missing, and ask again."),
    NO_CLAUSE_MET(
            422,
            "No clause of the classification is met",
            "Nothing was recorded: the detail has the figures. The severity can be changed all the same, with a reason.");

    private final Meaning meaning;

    SeverityProblem(int status, String title, String advice) {
        meaning = new Meaning(status, title, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
