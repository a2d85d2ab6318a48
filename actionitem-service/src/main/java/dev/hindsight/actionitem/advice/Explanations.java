package dev.hindsight.actionitem.advice;

import dev.hindsight.contracts.actionitem.ActionItemKind;
import dev.hindsight.contracts.actionitem.ActionItemStrength;
import java.util.Arrays;
import java.util.List;

/**
 * What the strengths and kinds of action items mean, for whoever has to choose one.
 *
 * @param strengths the action hierarchy of RCA²: the first that is to be had helps most
 */
public record Explanations(List<StrengthMeaning> strengths, List<KindMeaning> kinds) {

    static final Explanations ALL = new Explanations(
            Arrays.stream(ActionItemStrength.values()).map(Explanations::of).toList(),
            Arrays.stream(ActionItemKind.values()).map(Explanations::of).toList());

    /** A strength in words. */
    public record StrengthMeaning(ActionItemStrength strength, String meaning, String example) {}

    /** A kind in words. */
    public record KindMeaning(ActionItemKind kind, String meaning, String example) {}

    static StrengthMeaning of(ActionItemStrength strength) {
        return switch (strength) {
            case STRONGER ->
                new StrengthMeaning(
                        strength,
                        "It changes the system, so that the mistake cannot be made or does no harm, whoever is on duty.",
                        "A deployment is refused while fewer than two client versions have passed the fork rehearsal.");
            case INTERMEDIATE ->
                new StrengthMeaning(
                        strength,
                        "It helps people to do it right, by a second pair of eyes, a tool or less load; they still have to.",
                        "An alert fires when fewer than 80 % of the validators attest for two epochs.");
            case WEAKER ->
                new StrengthMeaning(
                        strength,
                        "It relies on people to remember a rule, and wears off. It is best beside a stronger one.",
                        "The runbook says that sentries are restarted one after the other.");
        };
    }

    private static KindMeaning of(ActionItemKind kind) {
        return switch (kind) {
            case PREVENT ->
                new KindMeaning(kind, "The same cannot happen again.", "Bound the memory that one block may take.");
            case DETECT -> new KindMeaning(kind, "It is noticed sooner.", "Alert when no block comes for 30 seconds.");
            case MITIGATE ->
                new KindMeaning(kind, "It does less harm, or for less time.", "Fall back to a second RPC provider.");
            case REPAIR ->
                new KindMeaning(kind, "What it left behind is put right.", "Reconcile the withdrawals of that night.");
            case INVESTIGATE ->
                new KindMeaning(kind, "Something is found out that is not known yet.", "Find out why peers dropped.");
            case PROCESS ->
                new KindMeaning(
                        kind, "The way people work together changes.", "Rehearse each hard fork with two clients.");
        };
    }
}
