package dev.hindsight.testkit;

import java.util.concurrent.CountDownLatch;

/** A program that starts a database, tells its process number and stays, to be killed. */
final class LeftBehind {

    private LeftBehind() {}

    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(TestDatabase.start().process());
        new CountDownLatch(1).await();
    }
}
