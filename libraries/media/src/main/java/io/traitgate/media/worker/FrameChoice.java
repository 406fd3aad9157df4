package io.traitgate.media.worker;

/** Chooses, from frames that come in the order of time, a number of them evenly spread over the duration. */
final class FrameChoice {
    private final int wanted;
    private final boolean all;
    private final double step;
    private final double offset;
    private int next;

    /**
     * @param wanted how many frames
     * @param present how many frames the video has
     * @param durationMicros how long it lasts, in microseconds
     */
    FrameChoice(int wanted, int present, long durationMicros) {
        this.wanted = wanted;
        all = wanted >= present;
        step = (double) durationMicros / wanted;
        offset = step / 2 - (double) durationMicros / present / 2;
    }

    /** True for the first frame at or behind each of the chosen times. */
    boolean takes(long micros) {
        if (all) {
            return true;
        }
        if (next >= wanted || micros < target()) {
            return false;
        }
        while (next < wanted && micros >= target()) {
            next++;
        }
        return true;
    }

    /** Each share of the duration is stood for by the frame in its middle. */
    private double target() {
        return Math.floor(offset + next * step);
    }
}
