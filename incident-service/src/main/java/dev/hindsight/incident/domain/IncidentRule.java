package dev.hindsight.incident.domain;

import dev.hindsight.kit.problem.ProblemType;

/** The rules an incident can break, each a problem that clients may rely on. */
public enum IncidentRule implements ProblemType {
    STEP_NOT_POSSIBLE(
            409, "The incident's state does not allow this step", "Read the current state; the detail names it."),
    UNKNOWN_TIMELINE_ENTRY(
            409, "The timeline has no such entry", "Read the incident and take the entryId from its timeline."),
    RETRACTED_ALREADY(
            409, "This was retracted already", "Read the incident; what is retracted cannot be changed any more."),
    UNKNOWN_DISPUTE(
            409,
            "The timeline entry has no such open dispute",
            "Read the incident and take the disputeId from its timeline entry; a settled dispute stays settled."),
    UNKNOWN_MARK(
            409,
            "The incident has no such mark",
            "Read the incident and take the sequence of the mark from its marks."),
    UNKNOWN_IMPACT(409, "The incident has no such impact", "Read the incident and take the impactId from its impacts."),
    UNKNOWN_EVIDENCE(
            409, "The incident has no such evidence", "Record the evidence first, then refer to it by its evidenceId."),
    ROLE_HELD_ALREADY(409, "This person holds the role already", "Read the incident: its roles name who holds which."),
    ROLE_NOT_HELD(409, "This person does not hold the role", "Read the incident: its roles name who holds which."),
    LINKED_ALREADY(
            409,
            "The incidents are linked in this way already",
            "Read the incident: its links name what it is part of."),
    NOT_LINKED(
            409,
            "The incidents are not linked in this way",
            "Read the incident: its links name the relation and the other."),
    OTHER_INCIDENT_NEEDED(
            409, "An incident cannot be linked to or merged into itself", "Name another incident as the target."),
    UNKNOWN_NOT_OPEN(
            409,
            "The register has no such open unknown",
            "Read the incident and take the unknownId from its register; what is closed stays closed."),
    SUGGESTION_NOT_OPEN(
            409,
            "There is no such open suggestion",
            "Read the incident: its severitySuggestions name those that nobody has answered."),
    REASON_NEEDED(409, "This step needs a reason", "Say in reason why; it stays on record."),
    MERGED_ELSEWHERE(
            409, "This incident was merged into another one", "Record it with the incident that the detail names."),
    NO_NAMED_PERSON(
            409,
            "A restricted incident needs a named person",
            "Name at least one subject id in people, or nobody could read it any more."),
    RECORD_CHANGED(
            409,
            "A record of this id was imported with other content",
            "History is corrected in the incident itself, with a reason; it is not imported again.");

    private final Meaning meaning;

    IncidentRule(int status, String title, String advice) {
        meaning = new Meaning(status, title, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
