package dev.hindsight.logkit.secrets;

import dev.hindsight.kit.problem.ProblemType;

/** What is wrong with a request that brings a secret along. */
public enum SecretProblem implements ProblemType {
    LOOKS_LIKE_A_SECRET(
            422,
            "This looks like a secret",
            "Nothing was recorded. Take the secret out, and replace it where it is used: it has been sent. If it is none, "
                    + "send the request again with the header " + Secrets.CONFIRMATION
                    + " naming exactly the kinds found, separated by commas.");

    private final Meaning meaning;

    SecretProblem(int status, String title, String advice) {
        meaning = new Meaning(status, title, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
