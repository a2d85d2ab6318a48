package dev.hindsight.kit.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(ProblemType type, @Nullable String detail) {
        this(type.problem(detail));
    }

    public ProblemException(Problem problem) {
        super(problem.title() + ": " + problem.detail());
        this.problem = problem;
    }

    public static ProblemException invalid(String field, String message) {
        return new ProblemException(
                StandardProblem.INVALID_REQUEST.problem(null).with(List.of(new FieldError(field, message))));
    }

    public Problem problem() {
        return problem;
    }
}
