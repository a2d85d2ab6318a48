package dev.hindsight.actionitem.digest;

import java.util.List;

/**
 * What a message says, in words: its text and its HTML are both made of this.
 *
 * @param url of this installation
 */
public record Letter(String subject, String name, List<Group> groups, String url) {

    public Letter {
        name = onOneLine(name);
    }

    /** All that is asked of the recipient in one way. */
    public record Group(String heading, List<Line> lines) {}

    /**
     * One action item.
     *
     * @param facts in words: when it is due and how many days that is, who owns it, what is in the way
     * @param incidents references of the incidents that it follows from
     */
    public record Line(String reference, String title, List<String> facts, String incidents, String link) {

        public Line {
            title = onOneLine(title);
            facts = facts.stream().map(Letter::onOneLine).toList();
        }
    }

    /** What people wrote stays where it belongs, in headers and in the text alike. */
    private static String onOneLine(String words) {
        return words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
