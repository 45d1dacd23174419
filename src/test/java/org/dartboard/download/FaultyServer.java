package org.dartboard.download;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A web server of this machine that answers each path as a test wants it to. */
final class FaultyServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  /** How a path is answered. */
  interface Behaviour {
    void answer(Request request) throws IOException;
  }

  FaultyServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI on(String path, Behaviour behaviour) {
    behaviours.put(path, behaviour);
    return base().resolve(path);
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** What was asked, as path and range. */
  List<String> requests() {
    return requests;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    String path = exchange.getRequestURI().getPath();
    requests.add(range == null ? path : path + " " + range);
    Behaviour behaviour = behaviours.getOrDefault(path, status(404));
    try (exchange) {
      behaviour.answer(new Request(exchange, range == null ? 0 : from(range), closing));
    }
  }

  private static int from(String range) {
    return Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
  }

  /** A request, and the position of the first byte that it wants. */
  record Request(HttpExchange exchange, int from, CountDownLatch closing) {
    void status(int status) throws IOException {
      exchange.sendResponseHeaders(status, -1);
    }

    void give(int status, byte[] body, int announced) throws IOException {
      exchange.sendResponseHeaders(status, announced);
      OutputStream out = exchange.getResponseBody();
      out.write(body);
      out.flush();
    }

    void giveRange(byte[] content) throws IOException {
      byte[] rest = Arrays.copyOfRange(content, from, content.length);
      if (from == 0) {
        give(200, rest, rest.length);
      } else {
        exchange
            .getResponseHeaders()
            .set(
                "Content-Range",
                "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        give(206, rest, rest.length);
      }
    }
  }

  /** Gives what is asked for. */
  static Behaviour good(byte[] content) {
    return request -> request.giveRange(content);
  }

  /** Gives the whole, whatever range is asked for. */
  static Behaviour withoutRanges(byte[] content) {
    return request -> request.give(200, content, content.length);
  }

  static Behaviour status(int status) {
    return request -> request.status(status);
  }

  /** Breaks off the first time, after some bytes of those it announced. */
  static Behaviour breaksOffOnce(byte[] content, int after) {
    boolean[] broken = {false};
    return request -> {
      if (broken[0]) {
        request.giveRange(content);
      } else {
        broken[0] = true;
        request.give(200, Arrays.copyOf(content, after), content.length);
      }
    };
  }

  /** Breaks off every time, after some bytes. */
  static Behaviour breaksOff(byte[] content, int after) {
    return request -> {
      int to = Math.min(content.length, request.from() + after);
      if (request.from() > 0) {
        request
            .exchange()
            .getResponseHeaders()
            .set("Content-Range", "bytes " + request.from() + "-/" + content.length);
      }
      request.give(
          request.from() == 0 ? 200 : 206,
          Arrays.copyOfRange(content, request.from(), to),
          content.length - request.from());
    };
  }

  /** Sends some bytes and then nothing. */
  static Behaviour fallsSilent(byte[] content, int after) {
    return request -> {
      request.give(200, Arrays.copyOf(content, after), content.length);
      try {
        boolean closed = request.closing().await(20, TimeUnit.SECONDS);
        if (!closed) {
          throw new IOException("nobody closed the connection");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Override
  public String toString() {
    return Objects.toString(base());
  }
}
