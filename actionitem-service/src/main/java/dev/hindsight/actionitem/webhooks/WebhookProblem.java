package dev.hindsight.actionitem.webhooks;

import dev.hindsight.kit.problem.ProblemType;

/** What can be wrong with a request about webhooks, to us or from elsewhere. */
public enum WebhookProblem implements ProblemType {
    WEBHOOK_TARGET_REFUSED(
            422,
            "Nothing is sent to this address",
            "Name an https or http address of a public host; whoever runs Hindsight can allow others by their names."),
    WEBHOOK_DISABLED(
            409,
            "The webhook is disabled",
            "Subscribe anew: a disabled webhook stays for its record and tells nothing."),
    GITHUB_SIGNATURE_INVALID(
            401,
            "The signature does not fit the body",
            "Give the webhook at GitHub the secret that Hindsight was started with, and the content type application/json.");

    private final Meaning meaning;

    WebhookProblem(int status, String title, String advice) {
        meaning = new Meaning(status, title, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
