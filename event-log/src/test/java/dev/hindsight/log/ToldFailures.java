package dev.hindsight.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What an operator reads, until it is closed, of work that is done again and again and fails. */
final class ToldFailures extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger(RepeatedFailures.class.getName());
    private final List<String> told = new CopyOnWriteArrayList<>();

    ToldFailures() {
        logger.addHandler(this);
    }

    List<String> all() {
        return told;
    }

    @Override
    public void publish(LogRecord entry) {
        told.add(ExtLogRecord.wrap(entry).getFormattedMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
