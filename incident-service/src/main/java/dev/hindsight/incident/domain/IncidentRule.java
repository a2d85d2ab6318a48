package dev.hindsight.incident.domain;

import dev.hindsight.kit.problem.ProblemType;
import java.util.Locale;

/** The rules an incident can break, each a problem that clients may rely on. */
public enum IncidentRule implements ProblemType {
    STEP_NOT_POSSIBLE(
            409, "The incident's state does not allow this step", "Read the current state; the detail names it."),
    UNKNOWN_TIMELINE_ENTRY(
            409, "The timeline has no such entry", "Read the incident and take the entryId from its timeline."),
    NO_NAMED_PERSON(
            409,
            "A restricted incident needs a named person",
            "Name at least one subject id in people, or nobody could read it any more."),
    RECORD_CHANGED(
            409,
            "A record of this id was imported with other content",
            "History is corrected in the incident itself, with a reason; it is not imported again.");

    private final int status;
    private final String title;
    private final String advice;

    IncidentRule(int status, String title, String advice) {
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
