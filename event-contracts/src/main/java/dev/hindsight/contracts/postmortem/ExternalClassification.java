package dev.hindsight.contracts.postmortem;

/**
 * Where a contributing factor stands in a published classification.
 *
 * @param scheme such as {@code OWASP Smart Contract Top 10} or {@code SCWE}
 * @param version of the scheme, such as {@code 2025}
 * @param id within the scheme, such as {@code SC02}
 */
public record ExternalClassification(String scheme, String version, String id) {}
