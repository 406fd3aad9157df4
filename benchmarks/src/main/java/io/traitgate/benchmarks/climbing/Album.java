package io.traitgate.benchmarks.climbing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The photos that an attacker has, by person, as embeddings of unit length.
 *
 * @param people at least one photo of each
 */
record Album(List<List<float[]>> people) {
    Album {
        people = List.copyOf(people);
    }

    /** Where faces lie among all embeddings, as far as these tell. */
    FaceSpace space() {
        return FaceSpace.of(people.stream().flatMap(Collection::stream).toList());
    }

    /** All photos in an order of chance: one of each person first, since a second one of them tells little more. */
    List<float[]> shuffled(Random random) {
        var order = new ArrayList<>(people);
        Collections.shuffle(order, random);
        var photos = new ArrayList<float[]>();
        for (var round = 0; photos.size() < count(); round++) {
            for (var person : order) {
                if (round < person.size()) {
                    photos.add(person.get(round));
                }
            }
        }
        return photos;
    }

    private long count() {
        return people.stream().mapToLong(Collection::size).sum();
    }
}
