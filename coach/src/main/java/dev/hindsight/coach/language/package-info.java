/** Text as sentences, words with their part of speech, and clauses: who does what. */
@NullMarked
package dev.hindsight.coach.language;

import org.jspecify.annotations.NullMarked;
