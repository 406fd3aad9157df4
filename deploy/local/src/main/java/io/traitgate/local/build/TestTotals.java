package io.traitgate.local.build;

/** Tests of a whole run. */
record TestTotals(int run, int failed, int skipped) {
    static final TestTotals NONE = new TestTotals(0, 0, 0);

    TestTotals plus(TestTotals other) {
        return new TestTotals(run + other.run, failed + other.failed, skipped + other.skipped);
    }

    @Override
    public String toString() {
        return (run - failed - skipped) + " passed, " + failed + " failed, " + skipped + " skipped";
    }
}
