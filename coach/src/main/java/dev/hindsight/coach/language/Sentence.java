package dev.hindsight.coach.language;

import java.util.List;

/** One sentence: its words, and its clauses in their order. */
public record Sentence(List<Word> words, List<Clause> clauses) {

    public Word word(int index) {
        return words.get(index);
    }

    public int size() {
        return words.size();
    }

    /** Whether the words from here on are these, in small letters. */
    public boolean saysAt(int index, String... expected) {
        if (index < 0 || index + expected.length > words.size()) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (!words.get(index + i).says(expected[i])) {
                return false;
            }
        }
        return true;
    }
}
