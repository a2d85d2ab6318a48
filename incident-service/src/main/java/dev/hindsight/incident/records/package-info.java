/** Takes over records of outages that were made elsewhere. */
@NullMarked
package dev.hindsight.incident.records;

import org.jspecify.annotations.NullMarked;
