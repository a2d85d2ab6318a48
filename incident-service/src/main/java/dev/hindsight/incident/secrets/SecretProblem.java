package dev.hindsight.incident.secrets;

import dev.hindsight.kit.problem.ProblemType;

/** What is wrong with a request that brings a secret along. */
public enum SecretProblem implements ProblemType {
    LOOKS_LIKE_A_SECRET;

    @Override
    public String type() {
        return "looks-like-a-secret";
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String title() {
        return "This looks like a secret";
    }

    @Override
    public String advice() {
        return "Nothing was recorded. Take the secret out, and replace it where it is used: it has been sent. If it is none, "
                + "send the request again with the header " + Secrets.CONFIRMATION
                + " naming exactly the kinds found, separated by commas.";
    }
}
