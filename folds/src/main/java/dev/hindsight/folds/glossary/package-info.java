/** The state of a term of the glossary at any point of its history, and terms found in texts. */
@NullMarked
package dev.hindsight.folds.glossary;

import org.jspecify.annotations.NullMarked;
