package dev.hindsight.folds.glossary;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the words of a text that look technical by their form: acronyms, identifiers, words with digits, names with a
 * version. A technical word that is written like any other cannot be told from it.
 */
final class TechnicalWords {

    private static final String ACRONYM = "An acronym: say what it stands for, or add it to the glossary.";
    private static final String MIXED = "Small and capital letters are mixed: an identifier, or the name of a product.";
    private static final String DIGITS = "A word with digits: a standard, a protocol or an identifier.";
    private static final String VERSIONED = "A name with a version: say what it is.";
    private static final String CODE = "An identifier, path or command as it is written in code.";
    private static final String KEBAB = "Words joined by hyphens, as settings and components are named.";

    private static final int LONGEST = 200;

    private static final Pattern IS_ACRONYM = Pattern.compile("(\\p{Lu}{2,6})s?");
    private static final Pattern IS_MIXED = Pattern.compile(".*\\p{Ll}\\p{Lu}.*");
    private static final Pattern HAS_LETTER = Pattern.compile(".*\\p{L}.*");
    private static final Pattern HAS_DIGIT = Pattern.compile(".*\\p{Nd}.*");
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}{2,})(?:-\\p{L}+)*(?:-\\p{Nd}+)+");
    private static final Pattern LOWER_KEBAB = Pattern.compile("[a-z]+(?:-[a-z]+){2,}");
    private static final Pattern VERSION =
            Pattern.compile("v\\d+(?:\\.\\d+)*(?:[-+][\\w.]+)?|\\d+\\.\\d+\\.\\d+(?:[-+][\\w.]+)?");
    private static final Pattern DATE = Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}");
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}\\p{Nd}-]*");
    private static final Pattern COMPOUND = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+(?:-[\\p{L}\\p{N}\\p{M}]+)*");
    private static final Pattern SINGLE = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    private final String text;
    private final BitSet covered = new BitSet();
    private final Map<String, List<Span>> found = new LinkedHashMap<>();
    private final Map<String, String> reasons = new HashMap<>();
    private int endOfLine = -1;
    private boolean isHeading;

    private TechnicalWords(String text, List<Span> covered) {
        this.text = text;
        covered.forEach(span -> this.covered.set(span.start(), span.end()));
    }

    /** @param covered what terms explain, in the order of the text */
    static List<TechnicalWord> in(String text, List<Span> covered) {
        var words = new TechnicalWords(text, covered);
        words.look();
        return words.found.entrySet().stream()
                .map(word -> new TechnicalWord(
                        word.getKey(),
                        Objects.requireNonNull(words.reasons.get(word.getKey())),
                        List.copyOf(word.getValue())))
                .toList();
    }

    private void look() {
        var chunks = Chunks.of(text);
        for (int i = 0; i < chunks.size(); i++) {
            if (i + 1 < chunks.size() && isVersionedName(chunks.get(i), chunks.get(i + 1))) {
                add(Span.of(text, chunks.get(i).start(), chunks.get(i + 1).end()), VERSIONED);
                i++;
            } else {
                look(
                        Span.of(text, chunks.get(i).start(), chunks.get(i).end()),
                        chunks.get(i).isCode());
            }
        }
    }

    private boolean isVersionedName(Chunk name, Chunk version) {
        if (version.end() - name.start() > LONGEST) {
            return false;
        }
        var named = text.substring(name.start(), name.end());
        return isVersion(text.substring(version.start(), version.end()))
                && !name.isCode()
                && NAME.matcher(named).matches()
                && !EverydayWords.isBeforeNumbers(named)
                && text.substring(name.end(), version.start()).isBlank()
                && isUncovered(Span.of(text, name.start(), version.end()));
    }

    private static boolean isVersion(String text) {
        return VERSION.matcher(text).matches() && !DATE.matcher(text).matches();
    }

    /** What is longer than any word, such as encoded data, is none. */
    private void look(Span chunk, boolean isCode) {
        if (chunk.text().length() > LONGEST) {
            return;
        }
        if (EverydayWords.isFigure(chunk.text())
                || EverydayWords.isReference(chunk.text())
                || isVersion(chunk.text())) {
            return;
        }
        if (isCode) {
            if (isUncovered(chunk) && HAS_LETTER.matcher(chunk.text()).matches()) {
                add(chunk, CODE);
            }
            return;
        }
        var compounds = COMPOUND.matcher(chunk.text());
        while (compounds.find()) {
            lookAtCompound(Span.of(text, chunk.start() + compounds.start(), chunk.start() + compounds.end()));
        }
    }

    private void lookAtCompound(Span compound) {
        if (EverydayWords.isFigure(compound.text()) || EverydayWords.isReference(compound.text())) {
            return;
        }
        var whole = isUncovered(compound) ? compoundWhy(compound.text()) : Optional.<String>empty();
        if (whole.isPresent()) {
            add(compound, whole.get());
            return;
        }
        var words = SINGLE.matcher(compound.text());
        while (words.find()) {
            var word = Span.of(text, compound.start() + words.start(), compound.start() + words.end());
            if (isUncovered(word)) {
                why(word).ifPresent(why -> add(word, why));
            }
        }
    }

    private static Optional<String> compoundWhy(String compound) {
        var numbered = NUMBERED.matcher(compound);
        if (numbered.matches() && !EverydayWords.isBeforeNumbers(numbered.group(1))) {
            return Optional.of(DIGITS);
        }
        boolean isKebab = LOWER_KEBAB.matcher(compound).matches()
                && List.of(compound.split("-")).stream().noneMatch(EverydayWords::isLittle);
        return isKebab ? Optional.of(KEBAB) : Optional.empty();
    }

    private Optional<String> why(Span word) {
        if (EverydayWords.isFigure(word.text()) || EverydayWords.isName(word.text())) {
            return Optional.empty();
        }
        if (HAS_DIGIT.matcher(word.text()).matches()) {
            return HAS_LETTER.matcher(word.text()).matches() ? Optional.of(DIGITS) : Optional.empty();
        }
        var acronym = IS_ACRONYM.matcher(word.text());
        if (acronym.matches()) {
            return EverydayWords.isInCapitals(acronym.group(1)) || isInHeading(word)
                    ? Optional.empty()
                    : Optional.of(ACRONYM);
        }
        return IS_MIXED.matcher(word.text()).matches() ? Optional.of(MIXED) : Optional.empty();
    }

    /** A heading in capitals says nothing of its words. */
    private boolean isInHeading(Span word) {
        if (word.end() > endOfLine) {
            int from = text.lastIndexOf('\n', word.start()) + 1;
            int to = text.indexOf('\n', word.end());
            endOfLine = to < 0 ? text.length() : to;
            var line = text.substring(from, endOfLine).strip();
            isHeading = line.split("\\s+").length > 2 && line.codePoints().noneMatch(Character::isLowerCase);
        }
        return isHeading;
    }

    private boolean isUncovered(Span span) {
        int next = covered.nextSetBit(span.start());
        return next < 0 || next >= span.end();
    }

    private void add(Span span, String why) {
        found.computeIfAbsent(span.text(), _ -> new ArrayList<>()).add(span);
        reasons.putIfAbsent(span.text(), why);
    }
}
