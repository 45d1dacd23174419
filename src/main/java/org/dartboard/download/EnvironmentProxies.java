package org.dartboard.download;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a proxy as other programs do: by the environment variables {@code https_proxy}, {@code
 * http_proxy}, {@code all_proxy} and {@code no_proxy}, in lower or upper case; Java's own settings
 * ({@code -Dhttps.proxyHost} and others) come first where they are there.
 */
final class EnvironmentProxies extends ProxySelector {
  private static final int DEFAULT_PORT = 80;

  private final Map<String, String> environment;
  private final @Nullable ProxySelector javas;

  private EnvironmentProxies(Map<String, String> environment, @Nullable ProxySelector javas) {
    this.environment = environment;
    this.javas = javas;
  }

  /** Chooses by variables and Java's properties. */
  static EnvironmentProxies of(Map<String, String> environment, Properties java) {
    boolean own =
        java.containsKey("https.proxyHost")
            || java.containsKey("http.proxyHost")
            || java.containsKey("socksProxyHost");
    return new EnvironmentProxies(Map.copyOf(environment), own ? ProxySelector.getDefault() : null);
  }

  @Override
  public List<Proxy> select(URI uri) {
    if (javas != null) {
      return javas.select(uri);
    }
    if (isExempt(Objects.requireNonNullElse(uri.getHost(), ""))) {
      return List.of(Proxy.NO_PROXY);
    }
    return proxy(uri.getScheme())
        .map(
            proxy ->
                List.of(
                    new Proxy(
                        Proxy.Type.HTTP,
                        InetSocketAddress.createUnresolved(proxy.getHost(), port(proxy)))))
        .orElse(List.of(Proxy.NO_PROXY));
  }

  /**
   * The proxy for a URL if it is none that Java's HTTP client can go through, as {@code
   * socks5://host:1080}; empty where it can, and where there is no proxy.
   */
  Optional<String> unusable(URI uri) {
    Proxy chosen = select(uri).get(0);
    if (chosen.type() == Proxy.Type.DIRECT) {
      return Optional.empty();
    }
    if (javas != null) {
      return chosen.type() == Proxy.Type.SOCKS
          ? Optional.of("of Java's property socksProxyHost")
          : Optional.empty();
    }
    // Without name and password, which no message should show.
    return proxy(uri.getScheme())
        .filter(proxy -> !"http".equalsIgnoreCase(proxy.getScheme()))
        .map(proxy -> proxy.getScheme() + "://" + proxy.getHost() + ":" + port(proxy));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // The request itself fails too, and that is reported.
  }

  /** Answers a proxy's question for name and password with those in its URL. */
  Authenticator authenticator() {
    return new Authenticator() {
      @Override
      protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        if (getRequestorType() != RequestorType.PROXY) {
          return null;
        }
        return proxy(getRequestingURL().getProtocol())
            .map(URI::getUserInfo)
            .map(EnvironmentProxies::credentials)
            .orElse(null);
      }
    };
  }

  private static PasswordAuthentication credentials(String user) {
    int colon = user.indexOf(':');
    String name = colon < 0 ? user : user.substring(0, colon);
    String password = colon < 0 ? "" : user.substring(colon + 1);
    return new PasswordAuthentication(name, password.toCharArray());
  }

  /** The proxy for a scheme, empty where there is none or its URL cannot be read. */
  private Optional<URI> proxy(String scheme) {
    return variable(scheme.toLowerCase(Locale.ROOT) + "_proxy")
        .or(() -> variable("all_proxy"))
        .map(text -> text.contains("://") ? text : "http://" + text)
        .flatMap(EnvironmentProxies::parse)
        .filter(proxy -> proxy.getHost() != null);
  }

  private static Optional<URI> parse(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int port(URI proxy) {
    return proxy.getPort() < 0 ? DEFAULT_PORT : proxy.getPort();
  }

  private boolean isExempt(String host) {
    return Arrays.stream(variable("no_proxy").orElse("").split("[,\\s]+"))
        .map(entry -> entry.startsWith("*.") ? entry.substring(1) : entry)
        .filter(entry -> !entry.isEmpty())
        .anyMatch(entry -> matches(host, entry));
  }

  private static boolean matches(String host, String entry) {
    String name = entry.replaceFirst(":\\d+$", "");
    String suffix = name.startsWith(".") ? name : "." + name;
    return name.equals("*")
        || host.equalsIgnoreCase(name)
        || host.toLowerCase(Locale.ROOT).endsWith(suffix.toLowerCase(Locale.ROOT));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
        .map(String::trim)
        .filter(text -> !text.isEmpty());
  }
}
