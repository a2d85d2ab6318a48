package dev.hindsight.contracts.glossary;

/** Who wrote a definition. */
public enum TermOrigin {
    /** It comes with the product. */
    SHIPPED,
    /** The organisation wrote it. */
    ORGANISATION
}
