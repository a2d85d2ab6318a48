package dev.hindsight.actionitem;

import dev.hindsight.logkit.ServiceEnvironment;

/** What this service needs around it. */
public class ServiceStack extends ServiceEnvironment {

    public ServiceStack() {
        super("actionitem");
    }
}
