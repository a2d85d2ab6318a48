/** What went wrong, told to a client so that it can act (RFC 9457). */
@NullMarked
package dev.hindsight.kit.problem;

import org.jspecify.annotations.NullMarked;
