package io.traitgate.benchmarks.climbing;

import java.util.Random;

/** The attacks on embeddings. */
enum Method {
    PHOTOS("photos of strangers, one a call") {
        @Override
        Attack begin(Album album, FaceSpace faces, double flatEnd, Random random) {
            return new PhotoAttack(faces, album.shuffled(random));
        }
    },
    COMPANY("photos of strangers, with copies of an alike one in the same call") {
        @Override
        Attack begin(Album album, FaceSpace faces, double flatEnd, Random random) {
            return new CompanyAttack(faces, album.shuffled(random), flatEnd);
        }
    },
    SYNTHESIS("adaptive, with photos made for any embedding") {
        @Override
        Attack begin(Album album, FaceSpace faces, double flatEnd, Random random) {
            return new SynthesisAttack(faces, album.shuffled(random), random);
        }
    };

    private final String title;

    Method(String title) {
        this.title = title;
    }

    /** For the tables. */
    String title() {
        return title;
    }

    /** An attack on one person by somebody with these photos. */
    abstract Attack begin(Album album, FaceSpace faces, double flatEnd, Random random);
}
