package dev.hindsight.contracts.actionitem;

/** How much an action relies on people remembering it: the action hierarchy of RCA² (National Patient Safety Foundation, 2015). */
public enum ActionItemStrength {
    /** Changes the system, so that nobody has to remember anything: a design, a forcing function, one step fewer. */
    STRONGER,

    /** Helps people to do it right: redundancy, a checklist, an alert, less load. */
    INTERMEDIATE,

    /** Relies on people to remember: training, a policy, a warning. */
    WEAKER
}
