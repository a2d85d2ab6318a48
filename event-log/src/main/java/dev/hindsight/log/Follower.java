package dev.hindsight.log;

/** Reads a stream of the log, and is asked and told what matters when the stream cannot go on. */
interface Follower {

    /** The last position that it has handled, with all that follows from it committed. */
    long handled();

    /** Told of the entry after the last one handled, each time it was tried. */
    void cannotPass(UnreadableEntryException entry);
}
