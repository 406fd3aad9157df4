package io.traitgate.benchmarks.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.traitgate.benchmarks.chart.LineChart.Point;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class LineChartTest {

    @Test
    void isXmlWithALineForEachSeries() throws Exception {
        var svg = new LineChart("A & B", "x", "y")
                .with("one < two", List.of(new Point(0, 0), new Point(60, 30)))
                .with("other", List.of(new Point(30, 15)))
                .svg();

        var root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();

        assertThat(root.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("A & B");
    }

    @Test
    void axesBeginAtZeroAndEndAtARoundNumber() {
        var svg = new LineChart("t", "x", "y")
                .with("line", List.of(new Point(57, 27)))
                .svg();

        assertThat(svg).contains(">0</text>").contains(">60</text>").contains(">30</text>");
        // The point lies at 57/60 of the way across and 27/30 of the way up.
        assertThat(svg).contains("cx=\"668.5\" cy=\"81.0\"");
    }
}
