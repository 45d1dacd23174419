package org.dartboard.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy of this machine that answers every request with the same refusal. */
final class RefusingProxy implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final String answer;

  /**
   * @param status the answer's first line without the version, such as {@code 403 Forbidden}
   */
  RefusingProxy(String status) throws IOException {
    answer =
        "HTTP/1.1 "
            + status
            + "\r\nContent-Length: 0\r\nProxy-Authenticate: Basic realm=\"a\"\r\n\r\n";
    Thread thread = new Thread(this::serve, "refusing proxy");
    thread.setDaemon(true);
    thread.start();
  }

  /** Its URL, as the environment has it. */
  String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** The first lines of what was asked. */
  List<String> requests() {
    return requests;
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept();
          BufferedReader in =
              new BufferedReader(
                  new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
        requests.add(String.valueOf(in.readLine()));
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
          // The headers do not matter, but they must have been read.
        }
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        // The client has gone, or the test is over.
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
