/** What works at this moment, in words. */
@NullMarked
package dev.hindsight.gateway.status;

import org.jspecify.annotations.NullMarked;
