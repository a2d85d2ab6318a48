/** The tree over the log: what a leaf is, how it grows, and what is signed. */
@NullMarked
package dev.hindsight.audit.sealing;

import org.jspecify.annotations.NullMarked;
