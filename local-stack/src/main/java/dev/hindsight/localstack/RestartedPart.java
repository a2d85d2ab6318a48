package dev.hindsight.localstack;

import java.io.IOException;

/** A part that is started again when it ends by itself, while the others go on. */
interface RestartedPart extends Part {

    void startAgain() throws IOException, InterruptedException;
}
