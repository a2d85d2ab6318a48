/** Notices keys, seed phrases and tokens in what people paste, before it is kept for ever. */
@NullMarked
package dev.hindsight.logkit.secrets;

import org.jspecify.annotations.NullMarked;
