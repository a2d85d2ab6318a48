package dev.hindsight.localstack;

import java.util.Locale;

/** The services on the log, named as their modules: the port of each, and the variables that carry its settings. */
enum LogService {
    INCIDENT_SERVICE(8081),
    ACTIONITEM_SERVICE(8082),
    REPORTING_SERVICE(8083),
    AUDIT_SERVICE(8084);

    private final int portByDefault;

    LogService(int portByDefault) {
        this.portByDefault = portByDefault;
    }

    String module() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    int portByDefault() {
        return portByDefault;
    }

    String portVariable() {
        return "HINDSIGHT_" + name() + "_PORT";
    }

    /** Where others find it. */
    String urlVariable() {
        return "HINDSIGHT_" + name() + "_URL";
    }

    /** The password of its login, which the migrator sets and the service uses. */
    String passwordVariable() {
        return "HINDSIGHT_" + name() + "_DB_PASSWORD";
    }
}
