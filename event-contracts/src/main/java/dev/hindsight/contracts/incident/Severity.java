package dev.hindsight.contracts.incident;

/** How bad it is for those who depend on the system; SEV1 is the worst. */
public enum Severity {
    SEV1,
    SEV2,
    SEV3,
    SEV4,
    SEV5
}
