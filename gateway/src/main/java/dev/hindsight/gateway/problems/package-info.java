/** Everything that goes wrong, told to programs as RFC 9457 and to people as a page. */
@NullMarked
package dev.hindsight.gateway.problems;

import org.jspecify.annotations.NullMarked;
