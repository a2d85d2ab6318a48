/** One append-only tree of hashes (RFC 6962) in the formats of C2SP: tiles, signed checkpoints, proofs. */
@NullMarked
package dev.hindsight.merkle;

import org.jspecify.annotations.NullMarked;
