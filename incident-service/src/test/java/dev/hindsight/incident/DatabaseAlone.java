package dev.hindsight.incident;

import dev.hindsight.testkit.TestDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A service that nobody can sign in to, on a database of its own that may be spoilt. */
public class DatabaseAlone implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Migrated.class));
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.oidc.tenant-enabled", "false");
    }

    /** The real database, migrated. */
    public static class Migrated implements QuarkusTestResourceLifecycleManager {

        private TestDatabase database;

        @Override
        public Map<String, String> start() {
            database = TestDatabase.start();
            return ServiceStack.migrated(database, "incident");
        }

        @Override
        public void stop() {
            database.close();
        }
    }
}
