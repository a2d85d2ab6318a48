package dev.hindsight.kit.outgoing;

/**
 * What was answered.
 *
 * @param body as UTF-8, cut off after 16 KB
 */
public record OutgoingAnswer(int status, String body) {

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
