package dev.hindsight.incident.evidence;

/** Looks at text before it is kept, and may say that it must not be. */
public interface ContentInspection {

    /** For what was looked at already. */
    ContentInspection NONE = new ContentInspection() {
        @Override
        public void look(byte[] next) {
            // whatever it is
        }

        @Override
        public boolean isAccepted() {
            return true;
        }
    };

    /** The pieces come in order, and each but the last is as long as a chunk. */
    void look(byte[] next);

    /** Whether all that was looked at so far may be kept. */
    boolean isAccepted();
}
