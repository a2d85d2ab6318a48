/** Brings schemas to the version of the code, and tells when they are not. */
@NullMarked
package dev.hindsight.log.schema;

import org.jspecify.annotations.NullMarked;
