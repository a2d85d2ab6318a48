package dev.hindsight.incident.evidence;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Deletes what came in and led to no evidence. */
@Singleton
class ContentHousekeeping {

    private final ContentStore store;

    ContentHousekeeping(ContentStore store) {
        this.store = store;
    }

    @Scheduled(every = "10m", delayed = "2m")
    void purge() {
        store.purge();
    }
}
