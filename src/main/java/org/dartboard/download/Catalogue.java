package org.dartboard.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The publications that the program can fetch, as its resource {@code publications.yaml} lists
 * them.
 */
public record Catalogue(List<Publication> publications) {
  private static final String RESOURCE = "publications.yaml";

  /** Where a file of a GitHub repository is to be had; the checksum makes them equally good. */
  private static final List<String> GITHUB =
      List.of(
          "https://raw.githubusercontent.com/%s/%s/%s",
          "https://github.com/%s/raw/%s/%s", "https://cdn.jsdelivr.net/gh/%s@%s/%s");

  public Catalogue {
    publications = List.copyOf(publications);
  }

  /** The catalogue that ships with the program. */
  public static Catalogue shipped() {
    try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + RESOURCE);
      }
      List<Entry> entries =
          YAMLMapper.builder().build().readValue(in, new TypeReference<List<Entry>>() {});
      return new Catalogue(entries.stream().map(Entry::publication).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The publication of that name, if there is one. */
  public Optional<Publication> find(String name) {
    return publications.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** A publication as the resource writes it. */
  record Entry(
      String name,
      String title,
      String licence,
      String home,
      String folder,
      List<FileEntry> files) {
    Publication publication() {
      return new Publication(
          name, title, licence, home, files.stream().map(file -> file.publicFile(folder)).toList());
    }
  }

  /** A file as the resource writes it: either from GitHub or from URLs. */
  record FileEntry(
      String file,
      long bytes,
      @Nullable String sha256,
      @Nullable String md5,
      @Nullable GitHub github,
      @Nullable List<URI> urls) {
    PublicFile publicFile(String folder) {
      List<URI> sources = new ArrayList<>();
      if (github != null) {
        sources.addAll(github.uris());
      }
      if (urls != null) {
        sources.addAll(urls);
      }
      return new PublicFile(folder + "/" + file, bytes, checksum(), sources);
    }

    private Checksum checksum() {
      if (sha256 != null) {
        return new Checksum("SHA-256", sha256);
      }
      if (md5 != null) {
        return new Checksum("MD5", md5);
      }
      throw new IllegalStateException(file + " has no checksum");
    }
  }

  /** A file of a repository at a commit. */
  record GitHub(String repository, String commit, String path) {
    List<URI> uris() {
      return GITHUB.stream()
          .map(form -> URI.create(form.formatted(repository, commit, path)))
          .toList();
    }
  }

  /** Publications by name, in the catalogue's order. */
  public Map<String, Publication> byName() {
    Map<String, Publication> byName = new java.util.LinkedHashMap<>();
    publications.forEach(each -> byName.put(each.name(), each));
    return byName;
  }
}
