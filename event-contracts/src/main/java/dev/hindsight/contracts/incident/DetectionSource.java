package dev.hindsight.contracts.incident;

/** Who or what noticed first. */
public enum DetectionSource {
    MONITORING,
    CUSTOMER,
    SOCIAL_CHANNEL,
    PARTNER,
    STAFF
}
