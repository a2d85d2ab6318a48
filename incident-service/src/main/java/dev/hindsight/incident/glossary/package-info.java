/** Read model: the terms of the glossary, shipped ones and the organisation's. */
@NullMarked
package dev.hindsight.incident.glossary;

import org.jspecify.annotations.NullMarked;
