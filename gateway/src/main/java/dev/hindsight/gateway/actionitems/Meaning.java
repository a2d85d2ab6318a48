package dev.hindsight.gateway.actionitems;

import io.quarkus.qute.TemplateExtension;

/** Says what the states, kinds and strengths of action items mean. */
@TemplateExtension
class Meaning {

    private Meaning() {}

    static String standing(String status) {
        return switch (status) {
            case "PROPOSED" -> "Nobody has agreed yet to do it.";
            case "ACCEPTED" -> "It is agreed who does it, and not begun.";
            case "IN_PROGRESS" -> "Its owner works on it.";
            case "BLOCKED" -> "It cannot go on until what is in the way is gone.";
            case "DONE" -> "It is done; somebody else has still to see that it is.";
            case "VERIFIED" -> "Somebody who does not own it has seen that it is done.";
            case "INEFFECTIVE" -> "It was done and does not help, so there is work again.";
            case "REJECTED" -> "It is not going to be done, and never was agreed to.";
            case "DEFERRED" -> "It waits; somebody has accepted the risk until then.";
            case "DROPPED" -> "It is not going to be done any more.";
            default -> "";
        };
    }

    static String purpose(String kind) {
        return switch (kind) {
            case "PREVENT" -> "Keeps it from happening again";
            case "DETECT" -> "Notices it sooner";
            case "MITIGATE" -> "Makes it do less harm";
            case "REPAIR" -> "Puts right what broke";
            case "INVESTIGATE" -> "Finds out what is not known yet";
            case "PROCESS" -> "Changes how people work together";
            default -> "";
        };
    }

    /** How much it relies on people to remember: the action hierarchy of RCA². */
    static String reliance(String strength) {
        return switch (strength) {
            case "STRONGER" -> "Changes the system, so that nobody has to remember anything";
            case "INTERMEDIATE" -> "Helps people to do it right";
            case "WEAKER" -> "Relies on people to remember";
            default -> "";
        };
    }

    static String suggested(String change) {
        return switch (change) {
            case "COMPLETE" -> "It seems to be done";
            case "REOPEN" -> "It seems not to be done after all";
            default -> "Something was changed";
        };
    }
}
