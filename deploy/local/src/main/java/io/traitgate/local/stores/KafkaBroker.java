package io.traitgate.local.stores;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * The main class of the broker's JVM: formats the data folder where that has not happened yet, which saves a JVM of its own,
 * starts the broker, and ends when the process that started it is gone.
 */
public final class KafkaBroker {
    private KafkaBroker() {}

    /** Arguments: the settings file, the id of the process to live with. */
    public static void main(String[] arguments) throws Exception {
        String settings = arguments[0];
        endWith(Long.parseLong(arguments[1]));
        if (!isFormatted(Path.of(settings))) {
            int result = StorageTool.execute(
                    new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", settings}, System.out);
            if (result != 0) {
                System.exit(result);
            }
        }
        Kafka.main(new String[] {settings});
    }

    private static void endWith(long owner) {
        var _ = ProcessHandle.of(owner)
                .orElseThrow(() -> new IllegalStateException("the process " + owner + " has ended already"))
                .onExit()
                .thenRun(() -> System.exit(0));
    }

    private static boolean isFormatted(Path settings) throws Exception {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(settings)) {
            properties.load(reader);
        }
        return Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"));
    }
}
