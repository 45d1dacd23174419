package org.dartboard.download;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A place that has copies of the files, asked instead of their public sources.
 *
 * <p>It may be laid out as a data root ({@code cifar-10/cifar-10-binary.tar.gz}) or as one data
 * folder ({@code cifar-10-binary.tar.gz}).
 *
 * @param base ends in a slash
 */
public record Mirror(URI base) {
  public Mirror {
    if (!base.getPath().endsWith("/")) {
      base = base.resolve(base.getRawPath() + "/");
    }
  }

  /**
   * Reads what a user types: a folder, or a URL of http, https or file.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static Mirror parse(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("http:") && !lower.startsWith("https:") && !lower.startsWith("file:")) {
      return new Mirror(Path.of(text).toUri());
    }
    try {
      URI uri = new URI(text);
      if (uri.getPath() == null || (uri.getHost() == null && !lower.startsWith("file:"))) {
        throw new IllegalArgumentException(
            "'" + text + "' is no mirror: a URL is https://host/folder/ or file:///folder/");
      }
      return new Mirror(uri);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("'" + text + "' is no mirror: " + e.getMessage(), e);
    }
  }

  /** The file with this mirror as its only source. */
  public PublicFile redirect(PublicFile file) {
    List<URI> places = new ArrayList<>();
    places.add(base.resolve(file.path()));
    places.add(base.resolve(file.path().substring(file.path().indexOf('/') + 1)));
    return file.from(places);
  }
}
