package dev.hindsight.actionitem;

import dev.hindsight.logkit.ServiceEnvironment;
import java.util.HashMap;
import java.util.Map;

/** What this service needs around it. */
public class ServiceStack extends ServiceEnvironment {

    public ServiceStack() {
        super("actionitem");
    }

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(super.start());
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
