package dev.hindsight.folds.glossary;

import java.util.List;

/**
 * A word that looks technical and that no term explains.
 *
 * @param why what it was recognised by, in words
 */
public record TechnicalWord(String word, String why, List<Span> spans) {}
