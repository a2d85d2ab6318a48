package dev.hindsight.audit;

import dev.hindsight.logkit.ServiceEnvironment;
import java.util.HashMap;
import java.util.Map;

/** What this service needs around it. */
public class ServiceStack extends ServiceEnvironment {

    public ServiceStack() {
        super("audit");
    }

    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(super.start());
        settings.putAll(SigningKeys.inAFolderOfItsOwn());
        return settings;
    }
}
