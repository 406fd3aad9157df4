package io.traitgate.local.stores;

import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Connects to a broker on this machine as its administrator. */
final class BrokerAdmin {
    private static final int SOON_MILLIS = 50;

    private BrokerAdmin() {}

    /** The caller closes it. */
    static Admin connect(String bootstrapServers) {
        Properties properties = new Properties();
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG, SOON_MILLIS);
        properties.put(AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, SOON_MILLIS);
        // The default reporter is loaded by name through the thread's class loader: in a test of a service that is
        // another one than Kafka's own, or not, as threads have it.
        properties.put(AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
        return Admin.create(properties);
    }
}
