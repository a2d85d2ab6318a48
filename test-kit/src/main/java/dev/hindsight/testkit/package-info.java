/** Gives tests of every module a real PostgreSQL and a real Keycloak, fresh and gone when the test ends. */
@NullMarked
package dev.hindsight.testkit;

import org.jspecify.annotations.NullMarked;
