package org.dartboard.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Asks proxies for a secure connection, which they refuse before any certificate is shown. */
@Timeout(60)
class FetchThroughProxyTest {
  private static final PublicFile FILE =
      new PublicFile(
          "folder/a",
          10,
          new Checksum("SHA-256", "00".repeat(32)),
          List.of(
              URI.create("https://far-away.invalid/a"), URI.create("https://far-away.invalid/b")));

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  @Test
  void aProxyThatWantsAPasswordIsSaidWithTheWayToGiveOne() throws IOException {
    try (RefusingProxy proxy = new RefusingProxy("407 Proxy Authentication Required")) {
      String message = failure(proxy.url());

      assertTrue(message.contains("the proxy wants a name and password (HTTP 407)"), message);
      assertTrue(message.contains("http://NAME:PASSWORD@HOST:PORT"), message);
      assertEquals(List.of("CONNECT far-away.invalid:443 HTTP/1.1"), proxy.requests());
    }
  }

  @Test
  void aServerThatTheProxyForbidsIsAskedForOnce() throws IOException {
    try (RefusingProxy proxy = new RefusingProxy("403 Forbidden")) {
      String message = failure(proxy.url());

      assertTrue(
          message.startsWith("far-away.invalid cannot be reached through the proxy "), message);
      assertTrue(message.contains("the proxy will not connect to it (HTTP 403)"), message);
      assertEquals(1, proxy.requests().size(), proxy.requests()::toString);
    }
  }

  @Test
  void aProxyThatIsOverloadedIsAskedAgain() throws IOException {
    try (RefusingProxy proxy = new RefusingProxy("503 Service Unavailable")) {
      String message = failure(proxy.url());

      assertTrue(message.contains("the proxy will not connect to it (HTTP 503)"), message);
      assertEquals(6, proxy.requests().size(), proxy.requests()::toString);
    }
  }

  @Test
  void aProxyOfAnotherKindIsRefusedAndNotAsked() throws IOException {
    try (RefusingProxy proxy = new RefusingProxy("400 Bad Request")) {
      String message = failure(proxy.url().replace("http://", "socks5://name:secret@"));

      assertTrue(
          message.startsWith(
              "the proxy "
                  + proxy.url().replace("http", "socks5")
                  + " for far-away.invalid is not"),
          message);
      assertTrue(message.contains("Set https_proxy to http://HOST:PORT"), message);
      assertFalse(message.contains("secret"), message);
      assertEquals(List.of(), proxy.requests());
    }
  }

  private String failure(String proxy) {
    try (Fetcher fetcher =
        Fetcher.create(
            Map.of("https_proxy", proxy),
            Duration.ofSeconds(5),
            Duration.ofMillis(10),
            folder -> Long.MAX_VALUE,
            Progress.NONE)) {
      return assertThrows(FetchException.class, () -> fetcher.fetch(FILE, root, false)).reason();
    }
  }
}
