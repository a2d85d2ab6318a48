/** What every service on the log shares, so that a service itself only decides, projects and answers. */
@NullMarked
package dev.hindsight.logkit;

import org.jspecify.annotations.NullMarked;
