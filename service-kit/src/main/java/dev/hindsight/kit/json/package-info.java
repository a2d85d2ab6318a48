/** How values become JSON, in the log and on the wire. */
@NullMarked
package dev.hindsight.kit.json;

import org.jspecify.annotations.NullMarked;
