package io.traitgate.system.crash;

import io.traitgate.client.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Several clients that keep calling, each on a thread of its own, until they are stopped. */
final class Mix {
    private static final int CUSTOMERS = 4;
    private static final int SHORTEST_PAUSE_MILLIS = 50;
    private static final int LONGEST_PAUSE_MILLIS = 300;

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    Mix(String run, Credentials credentials, Journal journal, Ledger ledger, Photo enrolled, Photo other, long seed) {
        for (int number = 1; number <= CUSTOMERS; number++) {
            Random random = new Random(seed + number);
            Customer customer =
                    new Customer(run + "-" + number, new Caller(credentials), journal, ledger, enrolled, other, random);
            threads.add(Thread.ofPlatform()
                    .name("customer-" + number)
                    .unstarted(() -> keepActing(customer, journal, random)));
        }
    }

    void start() {
        threads.forEach(Thread::start);
    }

    /** Returns when the last call has been answered. */
    void stop() throws InterruptedException {
        stopped = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void keepActing(Customer customer, Journal journal, Random random) {
        while (!stopped) {
            try {
                customer.act();
                Thread.sleep(random.nextInt(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS));
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                journal.violate("a customer could not go on: " + e);
            }
        }
    }
}
