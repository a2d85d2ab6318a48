package dev.hindsight.folds.glossary;

/**
 * What stands between two blanks of a text, without the quotes, brackets and full stops around it.
 *
 * @param start in UTF-16 units
 * @param end exclusive
 * @param isCode whether it is no word of a language: a path, an assignment, a name with underscores and the like
 */
record Chunk(int start, int end, boolean isCode) {}
