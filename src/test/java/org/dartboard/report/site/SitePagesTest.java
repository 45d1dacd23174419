package org.dartboard.report.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dartboard.report.csv.ClaimReports;
import org.dartboard.report.data.ClaimReport;
import org.dartboard.report.data.SampleReports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The pages as a real browser shows them, from disk. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SitePagesTest {
  private static final String TABLE_5 = "claims/nas-bench-201/table-5/index.html";

  private Path out;
  private Browser browser;

  @BeforeAll
  void generateAndStart(@TempDir Path temporary) throws IOException {
    browser = Browser.start();
    out = temporary;
    for (ClaimReport report : SampleReports.all()) {
      ClaimReports.write(out, report);
    }
    Site.generate(out);
  }

  @AfterAll
  @SuppressWarnings("NullAway") // Null where the browser did not start.
  void stop() throws IOException {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "index.html,390,false",
    "index.html,390,true",
    "index.html,1400,false",
    "index.html,1400,true",
    TABLE_5 + ",390,false",
    TABLE_5 + ",390,true",
    TABLE_5 + ",1400,false",
    TABLE_5 + ",1400,true"
  })
  void pagesAreWholeAndAccessible(String page, int width, boolean dark) {
    browser.open(out.resolve(page), "", width, dark);
    assertEquals(List.of(), browser.console(), "console");
    assertEquals(
        "",
        browser.script(
            "return [...document.images].filter(i => !(i.complete && i.naturalWidth > 0))"
                + ".map(i => i.currentSrc).join()"),
        "missing images");
    assertEquals(
        true,
        browser.script("return document.documentElement.scrollWidth <= window.innerWidth"),
        "the page scrolls sideways");
    List<String> serious =
        new AxeBuilder()
            .analyze(browser.driver()).getViolations().stream()
                .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                .map(SitePagesTest::described)
                .toList();
    assertEquals(List.of(), serious, "axe");
  }

  @ParameterizedTest
  @CsvSource({
    "390,false,-narrow.svg",
    "390,true,-narrow-dark.svg",
    "1400,false,anytime.svg",
    "1400,true,-dark.svg"
  })
  void theChartFitsTheScreen(int width, boolean dark, String ending) {
    browser.open(out.resolve(TABLE_5), "", width, dark);
    String source = browser.script("return document.images[0].currentSrc").toString();
    assertTrue(source.endsWith(ending), source);
    assertEquals(
        true, browser.script("return document.images[0].alt.length > 40"), "text alternative");
  }

  @Test
  void theBackgroundFollowsTheColourScheme() {
    String background = "return getComputedStyle(document.body).backgroundColor";
    browser.open(out.resolve("index.html"), "", 1400, false);
    Object light = browser.script(background);
    browser.screen(1400, true);
    assertFalse(light.equals(browser.script(background)));
  }

  @Test
  void filtersNarrowTheListAndTheAddressKeepsThem() {
    browser.open(out.resolve("index.html"), "", 1400, false);
    assertEquals(10, shown());
    select("outcome", "not run");
    assertEquals(1, shown());
    assertTrue(address().endsWith("#outcome=not-run"), address());
    assertEquals("1 of 10 claims are shown.", count());
    select("kind", "table");
    assertEquals(0, shown());
    assertTrue(count().startsWith("No claim fits."), count());
    browser.driver().findElement(By.cssSelector("#filters .clear")).click();
    assertEquals(10, shown());
    assertFalse(address().contains("#"), address());
    select("paper", "sa-darts");
    assertEquals(4, shown());
    assertEquals(
        1,
        browser.driver().findElements(By.cssSelector(".paper")).stream()
            .filter(WebElement::isDisplayed)
            .count());
  }

  @Test
  void anAddressWithFiltersOpensFiltered() {
    browser.open(out.resolve("index.html"), "#kind=search&q=seeds+explain", 390, false);
    assertEquals(1, shown());
    assertEquals(
        "seeds explain", browser.driver().findElement(By.id("filter-q")).getDomProperty("value"));
    browser.open(out.resolve("index.html"), "#outcome=no-such-word", 390, false);
    assertEquals(10, shown());
  }

  @Test
  void theCountsAreLinksToTheirClaims() {
    browser.open(out.resolve("index.html"), "", 1400, false);
    browser.driver().findElement(By.cssSelector(".counts a[href$='outcome=reproduced']")).click();
    assertEquals(2, shown());
  }

  @Test
  void theKeyboardReachesSkipLinkAndFilters() {
    browser.open(out.resolve("index.html"), "", 1400, false);
    browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
    WebElement first = browser.driver().switchTo().activeElement();
    assertEquals("Skip to the content", first.getText());
    first.sendKeys(Keys.ENTER);
    assertEquals("content", browser.script("return document.activeElement.id"));
    assertEquals(10, shown());
    browser.driver().findElement(By.id("filter-q")).sendKeys("isomorphic");
    assertEquals(1, shown());
  }

  @Test
  void withoutJavaScriptAllClaimsAreVisible() throws IOException {
    browser
        .driver()
        .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      browser.open(out.resolve("index.html"), "#outcome=not-run", 390, false);
      assertEquals(10, shown());
      assertFalse(browser.driver().findElement(By.id("filters")).isDisplayed());
    } finally {
      browser
          .driver()
          .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  @Test
  void everyLinkOfEveryPageLeadsToAFile() {
    browser.open(out.resolve("index.html"), "", 1400, false);
    List<String> pages = links();
    assertTrue(pages.size() > 10);
    for (String page : pages) {
      assertTrue(Files.exists(Path.of(URI.create(page))), page);
    }
    browser.open(out.resolve(TABLE_5), "", 1400, false);
    for (String link : links()) {
      assertTrue(Files.exists(Path.of(URI.create(link))), link);
    }
  }

  private List<String> links() {
    return List.of(
        browser
            .script("return [...document.links].map(a => a.href.split('#')[0]).join('\\n')")
            .toString()
            .split("\n"));
  }

  private long shown() {
    return browser.driver().findElements(By.cssSelector(".card")).stream()
        .filter(WebElement::isDisplayed)
        .count();
  }

  private String count() {
    return browser.driver().findElement(By.id("filter-count")).getText();
  }

  private String address() {
    return String.valueOf(browser.driver().getCurrentUrl());
  }

  private void select(String name, String word) {
    new Select(browser.driver().findElement(By.id("filter-" + name))).selectByVisibleText(word);
  }

  private static String described(Rule rule) {
    return rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes();
  }
}
