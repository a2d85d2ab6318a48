package dev.hindsight.benchmarks;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Clients at work at the same time, each doing the same thing again and again until the time is up. */
public final class Clients {

    /** What one client does; it may hold a connection of its own. */
    public interface Client extends AutoCloseable {

        void once() throws Exception;

        @Override
        default void close() throws Exception {}
    }

    private Clients() {}

    /** How often per second all of them together did it, within the time that they really took. */
    public static double perSecond(int number, Duration time, Callable<Client> connect) {
        try (var threads = Executors.newFixedThreadPool(number)) {
            var clients = threads.invokeAll(
                    IntStream.range(0, number).mapToObj(_ -> connect).toList());
            var began = System.nanoTime();
            var end = began + time.toNanos();
            var work = clients.stream()
                    .<Callable<Long>>map(client -> () -> work(client.get(), end))
                    .toList();
            var done = 0L;
            for (var count : threads.invokeAll(work)) {
                done += count.get();
            }
            return done * 1e9 / (System.nanoTime() - began);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new CompletionException(e.getCause());
        }
    }

    private static long work(Client client, long end) throws Exception {
        try (client) {
            var done = 0L;
            for (; System.nanoTime() < end; done++) {
                client.once();
            }
            return done;
        }
    }
}
