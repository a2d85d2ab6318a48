package dev.hindsight.logkit;

import dev.hindsight.kit.problem.ProblemType;

/** What can be wrong with a request because of the log, whichever service is asked. */
public enum LogProblem implements ProblemType {
    NOT_YET_KNOWN(422, "This point lies in the future", "Ask for a time or a position that has been reached already."),
    REBUILD_RUNNING(
            409, "This projection is being rebuilt already", "Wait until the rebuild has ended, or cancel it first."),
    NO_REBUILD_RUNNING(
            409,
            "There is no rebuild to cancel",
            "Read the state of the projection: its last rebuild has ended, or there was none.");

    private final Meaning meaning;

    LogProblem(int status, String title, String advice) {
        meaning = new Meaning(status, title, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
