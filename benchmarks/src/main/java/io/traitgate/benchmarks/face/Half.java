package io.traitgate.benchmarks.face;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which people of a data set are used: nobody who calibrates also tests. */
public enum Half {
    /** People at odd places (first, third, ...) of the sorted names. */
    CALIBRATE,
    /** People at even places. */
    TEST,
    /** Everybody: for operators who calibrate on their own recordings. */
    ALL;

    /** The portraits of this half's people. */
    public List<Portrait> of(List<Portrait> portraits) {
        var people = new ArrayList<>(
                portraits.stream().map(Portrait::person).collect(Collectors.toCollection(TreeSet::new)));
        return portraits.stream()
                .filter(portrait -> contains(people.indexOf(portrait.person())))
                .toList();
    }

    private boolean contains(int index) {
        return switch (this) {
            case CALIBRATE -> index % 2 == 0;
            case TEST -> index % 2 == 1;
            case ALL -> true;
        };
    }
}
