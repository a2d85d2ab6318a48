/** Pages over many incidents, for those who decide about risk. */
@NullMarked
package dev.hindsight.gateway.reports;

import org.jspecify.annotations.NullMarked;
