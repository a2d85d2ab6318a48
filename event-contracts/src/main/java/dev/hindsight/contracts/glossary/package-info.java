/** What can happen to a term of the glossary. */
@NullMarked
package dev.hindsight.contracts.glossary;

import org.jspecify.annotations.NullMarked;
