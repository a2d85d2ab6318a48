/** Reports over HTTP. */
@NullMarked
package dev.hindsight.reporting.rest;

import org.jspecify.annotations.NullMarked;
