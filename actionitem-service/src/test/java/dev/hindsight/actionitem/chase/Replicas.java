package dev.hindsight.actionitem.chase;

import dev.hindsight.actionitem.ReplicaProcess;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The replicas that run: both are told the time, and any may be killed. */
final class Replicas implements AutoCloseable {

    private final String url;
    private final String password;
    private final List<ReplicaProcess> running = new ArrayList<>();

    Replicas(String url, String password) {
        this.url = url;
        this.password = password;
    }

    void startBoth() throws InterruptedException, ExecutionException {
        try (var starts = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var started : List.of(starts.submit(() -> start("A")), starts.submit(() -> start("B")))) {
                running.add(started.get());
            }
        }
    }

    /** From now on it is this time. */
    void tell(Instant now) throws IOException {
        for (var replica : running) {
            replica.tell(now.toString());
        }
    }

    void killBoth() throws InterruptedException {
        for (var replica : running) {
            replica.kill();
        }
        running.clear();
    }

    /** One is killed, and another takes its place. */
    void replace(Random chance) throws InterruptedException, IOException {
        running.remove(chance.nextInt(running.size())).kill();
        running.add(start("A"));
    }

    private ReplicaProcess start(String node) throws IOException {
        return ReplicaProcess.start(ChaseReplica.class, node, url, password);
    }

    @Override
    public void close() throws InterruptedException {
        killBoth();
    }
}
