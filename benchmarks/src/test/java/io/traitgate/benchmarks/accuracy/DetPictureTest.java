package io.traitgate.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class DetPictureTest {
    private static final DetCurve CURVE = DetCurve.of("normal & <made up>", RatesTest.Normal.comparisons(2000));

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.158655, -1", "0.975, 1.959964", "0.001, -3.090232", "0.00001, -4.264891"})
    void theDeviateOfAProbabilityIsThatOfTheTables(double probability, double deviate) {
        assertThat(NormalDeviate.of(probability)).isCloseTo(deviate, within(1e-5));
    }

    @Test
    void certaintyHasNoDeviate() {
        assertThatThrownBy(() -> NormalDeviate.of(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NormalDeviate.of(1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void normalScoresLieOnALineOfSlopeMinusOne() {
        for (var point : CURVE.points()) {
            if (point.falseMatchRate() > 0.01) {
                assertThat(NormalDeviate.of(point.falseMatchRate()) + NormalDeviate.of(point.falseNonMatchRate()))
                        .isCloseTo(-2, within(0.2));
            }
        }
    }

    @Test
    void theCurveFallsAndLiesWithinItsBand() {
        assertThat(CURVE.points()).hasSizeGreaterThan(20).allSatisfy(point -> {
            assertThat(point.interval().low()).isLessThanOrEqualTo(point.falseNonMatchRate());
            assertThat(point.interval().high()).isGreaterThanOrEqualTo(point.falseNonMatchRate());
        });
        assertThat(CURVE.points())
                .isSortedAccordingTo((a, b) -> Double.compare(b.falseNonMatchRate(), a.falseNonMatchRate()));
    }

    @Test
    void thePictureIsSoundXmlThatStaysWithinItsFrame() throws Exception {
        var picture = parse(DetPicture.of("Scores", List.of(CURVE, CURVE)));

        assertThat(picture.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        var points = picture.getElementsByTagName("polyline")
                .item(0)
                .getAttributes()
                .getNamedItem("points")
                .getNodeValue();
        for (var point : points.strip().split(" ")) {
            var place = point.split(",");
            assertThat(Double.parseDouble(place[0])).isBetween(80.0, 700.0);
            assertThat(Double.parseDouble(place[1])).isBetween(50.0, 540.0);
        }
    }

    @Test
    void namesAreEscaped() throws Exception {
        assertThat(parse(DetPicture.of("a < b", List.of(CURVE)))
                        .getDocumentElement()
                        .getTextContent())
                .contains("a < b")
                .contains("normal & <made up>");
    }

    @Test
    void nothingCannotBeDrawn() {
        assertThatThrownBy(() -> DetPicture.of("nothing", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}
