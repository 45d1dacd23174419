package org.dartboard.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.Proxy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentProxiesTest {
  @Test
  void withoutSettingsThereIsNoProxy() {
    assertEquals("DIRECT", choice(Map.of(), "https://host/a"));
  }

  @Test
  void eachSchemeHasItsProxy() {
    Map<String, String> environment =
        Map.of("https_proxy", "http://secure:3128", "HTTP_PROXY", "plain:8080");
    assertEquals("secure:3128", choice(environment, "https://host/a"));
    assertEquals("plain:8080", choice(environment, "http://host/a"));
  }

  @Test
  void oneProxyMayServeAll() {
    assertEquals("every:80", choice(Map.of("all_proxy", "http://every"), "https://host/a"));
  }

  @ParameterizedTest
  @CsvSource({
    "host.example, example, DIRECT",
    "host.example, .example, DIRECT",
    "host.example, *.example, DIRECT",
    "host.example, 'other, host.example:443', DIRECT",
    "host.example, *, DIRECT",
    "host.example, ample, proxy:3128",
    "host.example, my.host.example, proxy:3128",
    "127.0.0.1, 127.0.0.1, DIRECT",
  })
  void someHostsAreExempt(String host, String exempt, String expected) {
    Map<String, String> environment =
        Map.of("https_proxy", "http://proxy:3128", "no_proxy", exempt);
    assertEquals(expected, choice(environment, "https://" + host + "/a"));
  }

  @Test
  void anUnreadableProxyIsNone() {
    assertEquals("DIRECT", choice(Map.of("https_proxy", "http://a b"), "https://host/a"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://proxy:3128, ''",
    "proxy:3128, ''",
    "HTTP://proxy, ''",
    "socks5://proxy:1080, socks5://proxy:1080",
    "socks5h://name:secret@proxy:1080, socks5h://proxy:1080",
    "https://proxy:443, https://proxy:443",
  })
  void onlyAnHttpProxyCanBeUsed(String variable, String unusable) {
    EnvironmentProxies proxies =
        EnvironmentProxies.of(
            Map.of("all_proxy", variable, "no_proxy", "near.example"), new Properties());

    assertEquals(unusable, proxies.unusable(URI.create("https://host/a")).orElse(""));
    assertEquals("", proxies.unusable(URI.create("https://near.example/a")).orElse(""));
  }

  @Test
  void javasOwnSettingsComeFirst() {
    Properties java = new Properties();
    java.setProperty("https.proxyHost", "javas");
    List<Proxy> chosen =
        EnvironmentProxies.of(Map.of("https_proxy", "http://other:1"), java)
            .select(URI.create("https://host/a"));
    // This process has no such setting, so Java's selector answers that there is no proxy.
    assertEquals(List.of(Proxy.NO_PROXY), chosen);
  }

  private static String choice(Map<String, String> environment, String uri) {
    Proxy proxy =
        EnvironmentProxies.of(environment, new Properties()).select(URI.create(uri)).get(0);
    return proxy.type() == Proxy.Type.DIRECT
        ? "DIRECT"
        : proxy.address().toString().replace("/<unresolved>", "");
  }
}
