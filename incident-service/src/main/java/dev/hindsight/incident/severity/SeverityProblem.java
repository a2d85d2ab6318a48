package dev.hindsight.incident.severity;

import dev.hindsight.kit.problem.ProblemType;
import java.util.Locale;

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

    private final int status;
    private final String title;
    private final String advice;

    SeverityProblem(int status, String title, String advice) {
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
