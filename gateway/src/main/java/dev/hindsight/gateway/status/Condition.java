package dev.hindsight.gateway.status;

import io.quarkus.qute.TemplateEnum;

/** How a service is, from best to worst, and what that means for those who work with it. */
@TemplateEnum
public enum Condition {
    WORKS("Works", "Everything it is for can be done."),
    BEHIND("Works in part", "Single records are right and can be changed; lists and figures may be behind."),
    NOT_READY("Not ready", "It runs, but something it needs does not answer; what it is for has to wait."),
    SILENT("Does not answer", "What it is for has to wait; everything else goes on.");

    private final String words;
    private final String meaning;

    Condition(String words, String meaning) {
        this.words = words;
        this.meaning = meaning;
    }

    public String words() {
        return words;
    }

    public String meaning() {
        return meaning;
    }
}
