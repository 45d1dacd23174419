package org.dartboard.report.chart;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A drawing as SVG text: named and described, with short numbers, and always the same bytes.
 *
 * <p>VectorGraphics2D names clip paths after hash codes that differ from run to run; here they are
 * numbered in their order.
 */
final class Svg {
  private static final Pattern CLIP = Pattern.compile("clip-?\\d+");
  private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{3,}(E-?\\d+)?");
  private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^>]*>\\s*");
  private static final Pattern ROOT = Pattern.compile("<svg ([^>]*)>");

  private Svg() {}

  static byte[] of(Drawing drawing, String title, String description) throws IOException {
    VectorGraphics2D graphics = new VectorGraphics2D();
    drawing.paint(graphics);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new SVGProcessor()
        .getDocument(graphics.getCommands(), new PageSize(0, 0, drawing.width(), drawing.height()))
        .writeTo(bytes);
    String svg = bytes.toString(StandardCharsets.UTF_8);
    svg = DOCTYPE.matcher(svg).replaceFirst("");
    svg = shortNumbers(numberedClips(svg));
    svg = described(svg, title, description);
    return svg.getBytes(StandardCharsets.UTF_8);
  }

  private static String numberedClips(String svg) {
    Map<String, String> names = new LinkedHashMap<>();
    return CLIP.matcher(svg)
        .replaceAll(match -> names.computeIfAbsent(match.group(), unused -> "clip" + names.size()));
  }

  private static String shortNumbers(String svg) {
    return LONG_NUMBER
        .matcher(svg)
        .replaceAll(
            match ->
                new BigDecimal(match.group())
                    .setScale(2, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros()
                    .toPlainString());
  }

  private static String described(String svg, String title, String description) {
    Matcher root = ROOT.matcher(svg);
    return root.replaceFirst(
        match ->
            Matcher.quoteReplacement(
                "<svg role=\"img\" "
                    + match.group(1)
                    + ">\n  <title>"
                    + escaped(title)
                    + "</title>\n  <desc>"
                    + escaped(description)
                    + "</desc>"));
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
