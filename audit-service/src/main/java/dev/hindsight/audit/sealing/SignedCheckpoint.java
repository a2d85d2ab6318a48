package dev.hindsight.audit.sealing;

import dev.hindsight.merkle.Hash;
import dev.hindsight.merkle.SignedNote;
import java.time.Instant;

/** A checkpoint that was signed, and when. */
public record SignedCheckpoint(long size, Hash root, SignedNote note, Instant signedAt) {}
