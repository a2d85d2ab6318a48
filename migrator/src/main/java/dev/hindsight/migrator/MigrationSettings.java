package dev.hindsight.migrator;

import java.util.Map;

/** Where to migrate, as whom, and with which passwords the services' logins are left: all from the environment. */
record MigrationSettings(String url, String user, String password, Map<String, String> passwords) {

    static MigrationSettings from(Map<String, String> environment) {
        return new MigrationSettings(
                required(environment, "HINDSIGHT_DB_URL"),
                environment.getOrDefault("HINDSIGHT_MIGRATOR_DB_USER", "hindsight_migrator"),
                required(environment, "HINDSIGHT_MIGRATOR_DB_PASSWORD"),
                Map.of("incident_service", required(environment, "HINDSIGHT_INCIDENT_SERVICE_DB_PASSWORD")));
    }

    private static String required(Map<String, String> environment, String variable) {
        var value = environment.get(variable);
        if (value == null || value.isBlank()) {
            throw new MigrationFailure("%s is not set; the migration needs it.".formatted(variable));
        }
        return value;
    }

    /** Without the secrets: records print all their components otherwise. */
    @Override
    public String toString() {
        return "%s as %s".formatted(url, user);
    }
}
