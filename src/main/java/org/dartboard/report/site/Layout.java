package org.dartboard.report.site;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.div;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.text;
import static j2html.TagCreator.title;

import j2html.tags.DomContent;
import j2html.tags.UnescapedText;
import java.util.List;

/** What all pages share: head, skip link, masthead, main part, footer. */
final class Layout {
  private static final UnescapedText TARGET =
      rawHtml(
          "<svg class='mark' viewBox='0 0 32 32' width='28' height='28' aria-hidden='true'"
              + " focusable='false'><circle cx='16' cy='16' r='14.5' class='ring'/>"
              + "<circle cx='16' cy='16' r='8.5' class='ring'/>"
              + "<circle cx='16' cy='16' r='3.2' class='bull'/></svg>");

  private Layout() {}

  /**
   * A whole page.
   *
   * @param title the document's title
   * @param root the way to the site's root, such as {@code ../../../}; empty in the root itself
   * @param script whether the page uses the script
   * @param content what stands in the main part
   */
  static String page(String title, String root, boolean script, List<DomContent> content) {
    return "<!DOCTYPE html>\n"
        + html(
                head(
                    meta().withCharset("utf-8"),
                    meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                    meta().withName("color-scheme").withContent("light dark"),
                    meta().withName("generator").withContent("Dartboard"),
                    title(title),
                    link().withRel("icon").withHref("data:,"),
                    link().withRel("stylesheet").withHref(root + "assets/style.css"),
                    script ? script().withSrc(root + "assets/script.js").isDefer() : null),
                body(
                    a("Skip to the content").withClass("skip").withHref("#content"),
                    header(
                            div(
                                    a(TARGET, rawHtml("<span>Dartboard</span>"))
                                        .withClass("brand")
                                        .withHref(root + "index.html"),
                                    p("Reproductions of differentiable architecture search")
                                        .withClass("tagline"))
                                .withClass("width masthead"))
                        .withClass("site-header"),
                    main(content.toArray(DomContent[]::new))
                        .withId("content")
                        .withTabindex(-1)
                        .withClass("width"),
                    footer(
                            p(
                                text(
                                    "Every page and chart here is drawn from CSV files. The files"
                                        + " beside the pages keep all digits. "),
                                a("All verdicts as CSV").withHref(root + "verdicts.csv"),
                                text(".")))
                        .withClass("width site-footer")))
            .withLang("en")
            .render()
        + "\n";
  }
}
