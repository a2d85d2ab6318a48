/** The rules as data, and where an analysed sentence matches them. */
@NullMarked
package dev.hindsight.coach.rules;

import org.jspecify.annotations.NullMarked;
