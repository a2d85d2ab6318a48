package dev.hindsight.lighthouse.domain;

import java.sql.Connection;

/** Breaks the rule that what decides knows the domain only. */
public record LampWithDatabase(Connection connection) {}
