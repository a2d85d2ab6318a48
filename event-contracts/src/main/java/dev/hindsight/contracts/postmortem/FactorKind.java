package dev.hindsight.contracts.postmortem;

/** What sort of thing a contributing factor is; UNCLASSIFIED until someone has said. */
public enum FactorKind {
    CHANGE,
    LATENT_DEFECT,
    CAPACITY,
    DEPENDENCY,
    CONFIGURATION,
    SECURITY,
    MONITORING_GAP,
    KNOWLEDGE_GAP,
    COORDINATION_GAP,
    UNCLASSIFIED
}
