/** The requests that every service on the log answers. */
@NullMarked
package dev.hindsight.logkit.rest;

import org.jspecify.annotations.NullMarked;
