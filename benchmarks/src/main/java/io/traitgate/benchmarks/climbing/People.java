package io.traitgate.benchmarks.climbing;

import io.traitgate.benchmarks.face.Portrait;
import io.traitgate.face.sample.FaceSample;
import io.traitgate.face.score.FaceTemplate;
import io.traitgate.face.score.WeightedEmbedding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The accepted faces of a folder, by person, each person with one face at least. */
record People(List<List<FaceSample>> faces) {
    private static final int ENROLLED = 2;

    People {
        faces = List.copyOf(faces);
    }

    static People of(List<Portrait> portraits, FaceLab lab) throws IOException {
        var faces = new TreeMap<String, List<FaceSample>>();
        for (var portrait : portraits) {
            lab.look(portrait.file())
                    .ifPresent(face -> faces.computeIfAbsent(portrait.person(), name -> new ArrayList<>())
                            .add(face));
        }
        return new People(List.copyOf(faces.values()));
    }

    /** As an attacker's photos. */
    Album album(FaceLab lab) {
        return new Album(faces.stream()
                .map(person -> person.stream().map(lab::probe).toList())
                .toList());
    }

    /** As an attacker's material for collages: one of each person. */
    List<Collage> collages() {
        return faces.stream().map(List::getFirst).map(Collage::of).toList();
    }

    /** Templates of two photos, of the first people who have them. */
    List<FaceTemplate> templates(int most, FaceLab lab) {
        return faces.stream()
                .filter(person -> person.size() >= ENROLLED)
                .limit(most)
                .map(person -> new FaceTemplate(
                        lab.modelVersion(),
                        person.subList(0, ENROLLED).stream()
                                .map(face -> new WeightedEmbedding(lab.enrolled(face), face.quality()))
                                .toList()))
                .toList();
    }
}
