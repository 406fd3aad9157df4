package io.traitgate.benchmarks.climbing;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Random search over picture parts: lays a part of a stranger's face over the best picture so far and keeps what is not
 * scored lower. Needs no network and no algebra, and goes on through rounded scores, as Adler (2004) showed for a face in
 * quadrants and Mansourifar and Shi (2020) for composites. Real pictures through the real gates and networks.
 */
final class CollageSearch {
    /** Strangers that are tried before the search starts from the best of them. */
    private static final int FIRST = 20;

    private static final double[] OPACITIES = {0.4, 0.7, 1};

    private final FaceLab lab;
    private final List<Collage> strangers;
    private final Oracle oracle;
    private final Random random;
    private Optional<Collage> best = Optional.empty();
    private double told = Double.NEGATIVE_INFINITY;
    private double reached = Double.NEGATIVE_INFINITY;
    private int looks;

    CollageSearch(FaceLab lab, List<Collage> strangers, Oracle oracle, Random random) {
        this.lab = lab;
        this.strangers = strangers;
        this.oracle = oracle;
        this.random = random;
    }

    /** Starts from this picture and not from strangers. */
    void startFrom(Collage picture) {
        judge(picture);
    }

    /** Goes on until so many calls were answered, the next would be refused, or one was accepted. */
    void continueTo(int calls) {
        var most = looks + 20 * calls;
        while (oracle.calls() < calls && !oracle.entered() && looks++ < most) {
            if (!judge(next())) {
                return;
            }
        }
    }

    private Collage next() {
        var stranger = strangers.get(random.nextInt(strangers.size()));
        if (best.isEmpty() || (oracle.calls() < FIRST && told == Double.NEGATIVE_INFINITY)) {
            return stranger;
        }
        var part = FacePart.values()[random.nextInt(FacePart.values().length)];
        return best.get().with(part, stranger, OPACITIES[random.nextInt(OPACITIES.length)]);
    }

    /** Whether there was an answer, or no need for one: a picture that the gates refuse is not sent. */
    private boolean judge(Collage picture) {
        var face = lab.look(picture.picture());
        if (face.isEmpty()) {
            return true;
        }
        var items = List.of(lab.probe(face.get()));
        var answer = oracle.ask(items);
        answer.filter(interval -> best.isEmpty() || interval.low() >= told).ifPresent(interval -> {
            best = Optional.of(picture);
            told = interval.low();
            reached = oracle.similarity(items);
        });
        return answer.isPresent();
    }

    /** How alike the best picture really is; the attacker does not learn it. */
    double reached() {
        return reached;
    }

    boolean hasEntered() {
        return oracle.entered();
    }
}
