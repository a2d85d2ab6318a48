/** Tells a caller who Hindsight takes them for. */
@NullMarked
package dev.hindsight.gateway.me;

import org.jspecify.annotations.NullMarked;
