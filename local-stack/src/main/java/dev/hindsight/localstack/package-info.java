/** Runs everything on one machine: PostgreSQL, Keycloak and the services, as children of one small program. */
@NullMarked
package dev.hindsight.localstack;

import org.jspecify.annotations.NullMarked;
