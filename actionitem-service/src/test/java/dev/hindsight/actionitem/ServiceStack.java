package dev.hindsight.actionitem;

import dev.hindsight.logkit.ServiceEnvironment;
import java.util.HashMap;
import java.util.Map;

/** What this service needs around it. */
public class ServiceStack extends ServiceEnvironment {

    static final String GITHUB_SECRET = "a secret shared with GitHub";

    public ServiceStack() {
        super("actionitem");
    }

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(super.start());
        settings.put("hindsight.webhook.key", "0123456789abcdef".repeat(4));
        settings.put("hindsight.github.webhook.secret", GITHUB_SECRET);
        settings.put("hindsight.outgoing.allowed-hosts", "receiver.test");
        settings.put("hindsight.outgoing.timeout", "3S");
        settings.putAll(Mailroom.start());
        settings.put("hindsight.url", "https://hindsight.example.test");
        settings.put("hindsight.digests.every", "1s");
        return settings;
    }

    @Override
    public void stop() {
        Mailroom.close();
        super.stop();
    }
}
