package dev.hindsight.contracts.postmortem;

/** Where a contributing factor lies; UNCLASSIFIED until someone has said. */
public enum FactorLayer {
    NETWORK,
    CONSENSUS,
    EXECUTION,
    MEMPOOL,
    SEQUENCER_ROLLUP,
    BRIDGE,
    ORACLE,
    SMART_CONTRACT,
    RPC_INDEXER,
    STATE_STORAGE,
    KEYS_GOVERNANCE,
    INFRASTRUCTURE,
    THIRD_PARTY,
    PROCESS,
    HUMAN_SYSTEM_INTERFACE,
    UNCLASSIFIED
}
