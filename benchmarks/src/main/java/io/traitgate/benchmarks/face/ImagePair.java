package io.traitgate.benchmarks.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;

/** A picture to enrol and a picture to authenticate with. */
record ImagePair(Portrait enrolled, Portrait probe) {
    private static final long SEED = 20_260_102;

    boolean genuine() {
        return enrolled.person().equals(probe.person());
    }

    /** By the files alone. */
    Key key() {
        return new Key(enrolled.file(), probe.file());
    }

    /** Names a pair. */
    record Key(Path enrolled, Path probe) {}

    /**
     * Every two pictures of one person, the earlier one enrolled, and so many pairs of different people, drawn always the
     * same from the pictures that are enrolled anyway and all others.
     */
    static List<ImagePair> chosen(List<Portrait> portraits, int impostors) {
        var pairs = new LinkedHashSet<ImagePair>();
        for (var i = 0; i < portraits.size(); i++) {
            for (var j = i + 1; j < portraits.size(); j++) {
                var pair = new ImagePair(portraits.get(i), portraits.get(j));
                if (pair.genuine()) {
                    pairs.add(pair);
                }
            }
        }
        var enrolled = pairs.stream().map(ImagePair::enrolled).distinct().toList();
        var wanted = pairs.size() + impostors;
        var possible = enrolled.stream().map(Portrait::person).distinct().count() > 1;
        var random = new SplittableRandom(SEED);
        for (var tries = 0; possible && pairs.size() < wanted && tries < 100 * impostors; tries++) {
            var pair = new ImagePair(
                    enrolled.get(random.nextInt(enrolled.size())), portraits.get(random.nextInt(portraits.size())));
            if (!pair.genuine()) {
                pairs.add(pair);
            }
        }
        return new ArrayList<>(pairs);
    }
}
