package dev.hindsight.log;

/** The tables of a projection, there twice: those that are read, and those that a rebuild fills until they take over. */
public enum TableSet {
    LIVE(""),
    NEXT("_next");

    private final String suffix;

    TableSet(String suffix) {
        this.suffix = suffix;
    }

    /** What follows the name of each table. */
    public String suffix() {
        return suffix;
    }
}
