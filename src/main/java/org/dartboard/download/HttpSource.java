package org.dartboard.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.dartboard.download.FetchException.Remedy;
import org.jspecify.annotations.Nullable;

/** Files on a web server. */
final class HttpSource implements Source {
  private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-.*");

  /** How Java's client says that a proxy would not connect it to a server. */
  private static final Pattern TUNNEL = Pattern.compile("Tunnel failed, got: (\\d{3})");

  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int PROXY_AUTHENTICATION = 407;

  private final EnvironmentProxies proxies;
  private final HttpClient client;
  private final Duration patience;

  /**
   * @param patience how long to wait for a connection, and for an answer to begin
   */
  HttpSource(EnvironmentProxies proxies, Duration patience) {
    this.proxies = proxies;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .proxy(proxies)
            .authenticator(proxies.authenticator())
            .build();
    this.patience = patience;
  }

  @Override
  public Content open(URI uri, long from) throws FetchException, InterruptedException {
    requireUsableProxy(uri);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(patience)
            .header("User-Agent", "dartboard")
            // A body that was compressed on the way could not be resumed.
            .header("Accept-Encoding", "identity");
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    HttpResponse<InputStream> response = send(uri, request.build());
    int status = response.statusCode();
    if (status == OK) {
      return new Content(0, response.body());
    }
    if (status == PARTIAL_CONTENT && start(response) == from) {
      return new Content(from, response.body());
    }
    close(response);
    throw refusal(uri, status, from);
  }

  private void requireUsableProxy(URI uri) throws FetchException {
    Optional<String> unusable = proxies.unusable(uri);
    if (unusable.isPresent()) {
      throw new FetchException(
          Remedy.GIVE_UP,
          ("the proxy %s for %s is not an HTTP proxy, and Java's HTTP client goes through no other."
                  + " Set %s_proxy to http://HOST:PORT of one, add the host to no_proxy if it can be"
                  + " reached without, or take the files from --mirror")
              .formatted(unusable.get(), uri.getHost(), uri.getScheme()));
    }
  }

  private HttpResponse<InputStream> send(URI uri, HttpRequest request)
      throws FetchException, InterruptedException {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (HttpConnectTimeoutException e) {
      throw unreachable(uri, "no connection within " + patience.toSeconds() + " s", e);
    } catch (HttpTimeoutException e) {
      throw new FetchException(
          Remedy.TRY_AGAIN, uri + " did not answer within " + patience.toSeconds() + " s", e);
    } catch (ConnectException e) {
      throw unreachable(uri, because(e), e);
    } catch (SSLException e) {
      throw new FetchException(
          Remedy.NEXT_SOURCE, uri + ": no secure connection (" + e.getMessage() + ")", e);
    } catch (IOException e) {
      throw broken(uri, String.valueOf(e.getMessage()), e);
    }
  }

  private FetchException broken(URI uri, String message, IOException cause) {
    Matcher tunnel = TUNNEL.matcher(message);
    if (tunnel.find()) {
      int status = Integer.parseInt(tunnel.group(1));
      String why = "the proxy will not connect to it (HTTP " + status + ")";
      return isPassing(status)
          ? new FetchException(Remedy.TRY_AGAIN, uri + ": " + why, cause)
          : unreachable(uri, why, cause);
    }
    if (message.contains("too many authentication attempts")) {
      return new FetchException(
          Remedy.GIVE_UP,
          "the proxy does not take the name and password that its URL has (HTTP 407); set them right"
              + " in https_proxy or http_proxy",
          cause);
    }
    return new FetchException(
        Remedy.TRY_AGAIN, uri + ": the connection broke (" + message + ")", cause);
  }

  private static boolean isPassing(int status) {
    return status >= 500 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS;
  }

  private FetchException unreachable(URI uri, String why, IOException cause) {
    String through =
        proxies.select(uri).stream()
            .filter(proxy -> proxy.type() != Proxy.Type.DIRECT)
            .map(proxy -> " through the proxy " + proxy.address())
            .findFirst()
            .orElse("");
    return new FetchException(
        Remedy.NEXT_HOST, uri.getHost() + " cannot be reached" + through + ": " + why, cause);
  }

  private static String because(ConnectException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return "its name is not known here. Is this machine offline, or behind a proxy?";
      }
    }
    String message = failure.getMessage();
    return message == null ? "the connection was refused" : message;
  }

  /** Where a partial answer begins, or -1 where it does not say. */
  private static long start(HttpResponse<InputStream> response) {
    Matcher range =
        CONTENT_RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
    return range.matches() ? Long.parseLong(range.group(1)) : -1;
  }

  private static FetchException refusal(URI uri, int status, long from) {
    if (status == RANGE_NOT_SATISFIABLE || status == PARTIAL_CONTENT) {
      return new FetchException(
          Remedy.START_ANEW, uri + " cannot go on from byte " + from + " (HTTP " + status + ")");
    }
    if (status == PROXY_AUTHENTICATION) {
      return new FetchException(
          Remedy.GIVE_UP,
          "the proxy wants a name and password (HTTP 407). Write them into the proxy's URL,"
              + " http://NAME:PASSWORD@HOST:PORT; docs/data.md says what else Java needs");
    }
    boolean passing = isPassing(status);
    String words =
        switch (status) {
          case 404, 410 -> " is not there";
          case 401, 403 -> " is not given to us";
          default -> passing ? ": the server has a problem" : " was refused";
        };
    return new FetchException(
        passing ? Remedy.TRY_AGAIN : Remedy.NEXT_SOURCE, uri + words + " (HTTP " + status + ")");
  }

  private static void close(HttpResponse<InputStream> response) throws FetchException {
    // Where a proxy refused a secure connection there is none.
    @Nullable InputStream body = response.body();
    if (body == null) {
      return;
    }
    try {
      body.close();
    } catch (IOException e) {
      throw new FetchException(Remedy.TRY_AGAIN, "the connection broke: " + e.getMessage(), e);
    }
  }
}
