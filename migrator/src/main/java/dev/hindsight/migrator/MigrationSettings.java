package dev.hindsight.migrator;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Where to migrate, as whom, and with which passwords the services' logins are left: all from the environment. */
record MigrationSettings(String url, String user, String password, Map<String, String> passwords) {

    static MigrationSettings from(Map<String, String> environment) {
        return new MigrationSettings(
                required(environment, "HINDSIGHT_DB_URL"),
                environment.getOrDefault("HINDSIGHT_MIGRATOR_DB_USER", "hindsight_migrator"),
                required(environment, "HINDSIGHT_MIGRATOR_DB_PASSWORD"),
                Migration.SERVICES.stream()
                        .collect(Collectors.toMap(
                                MigrationSettings::login, schema -> required(environment, passwordVariable(schema)))));
    }

    static String passwordVariable(String schema) {
        return "HINDSIGHT_%s_DB_PASSWORD".formatted(login(schema).toUpperCase(Locale.ROOT));
    }

    static String login(String schema) {
        return schema + "_service";
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
