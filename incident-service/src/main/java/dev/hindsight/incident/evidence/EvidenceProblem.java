package dev.hindsight.incident.evidence;

import dev.hindsight.kit.problem.ProblemType;

/** What can be wrong with the content of evidence. */
public enum EvidenceProblem implements ProblemType {
    DIGEST_MISMATCH(
            422,
            "The content does not have the digest that was stated",
            "Nothing was recorded. Compare the file with its source, and send it again."),
    EVIDENCE_ALTERED(
            409,
            "The kept content is not what was recorded",
            "It is not given out. Restore it from a backup or from its source: the incident names its SHA-256."),
    EVIDENCE_MISSING(
            410,
            "The kept content is gone",
            "The record of it stays. Restore it from a backup or from its source: the incident names its SHA-256.");

    private final Meaning meaning;

    EvidenceProblem(int status, String title, String advice) {
        meaning = new Meaning(status, title, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
