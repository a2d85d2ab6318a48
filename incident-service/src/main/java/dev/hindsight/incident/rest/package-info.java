/** The service over HTTP: requests become commands, states become answers. */
@NullMarked
package dev.hindsight.incident.rest;

import org.jspecify.annotations.NullMarked;
