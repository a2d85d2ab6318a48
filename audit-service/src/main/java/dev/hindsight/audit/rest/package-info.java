/** The log, its tree and its proofs over HTTP. */
@NullMarked
package dev.hindsight.audit.rest;

import org.jspecify.annotations.NullMarked;
