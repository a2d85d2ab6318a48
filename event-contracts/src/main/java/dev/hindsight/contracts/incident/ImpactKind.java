package dev.hindsight.contracts.incident;

/** What an impact took away. */
public enum ImpactKind {
    LIVENESS,
    FAST_FINALITY,
    FINALITY,
    RPC,
    REORG,
    FUNDS,
    APPLICATION,
    PERFORMANCE,
    DATA
}
