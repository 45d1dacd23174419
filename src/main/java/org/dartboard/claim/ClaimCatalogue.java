package org.dartboard.claim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All claims of a folder reproductions/, papers in alphabetical order.
 *
 * @param papers every paper with its claims
 */
public record ClaimCatalogue(List<ClaimFile> papers) {

  public ClaimCatalogue {
    papers = List.copyOf(papers);
  }

  /**
   * Reads every folder's claim.yaml.
   *
   * @param reproductions the folder that holds one folder for each paper
   * @param methods the names of the search methods that claims may ask for
   * @throws ClaimFormatException with the defects of all files together
   */
  public static ClaimCatalogue load(Path reproductions, Set<String> methods) {
    return load(reproductions, methods, SearchSettingsCheck.NONE);
  }

  /**
   * Reads every folder's claim.yaml.
   *
   * @param reproductions the folder that holds one folder for each paper
   * @param methods the names of the search methods on the table that claims may ask for
   * @param searches the differentiable methods that they may ask for
   * @throws ClaimFormatException with the defects of all files together
   */
  public static ClaimCatalogue load(
      Path reproductions, Set<String> methods, SearchSettingsCheck searches) {
    ClaimReader reader = new ClaimReader(methods, searches);
    List<Defect> defects = new ArrayList<>();
    List<ClaimFile> papers = new ArrayList<>();
    for (Path folder : folders(reproductions)) {
      reader.read(folder.resolve("claim.yaml"), defects).ifPresent(papers::add);
    }
    if (!defects.isEmpty()) {
      throw new ClaimFormatException(defects);
    }
    return new ClaimCatalogue(papers);
  }

  /** All claims, paper by paper, in the order of their files. */
  public List<Claim> claims() {
    return papers.stream().flatMap(paper -> paper.claims().stream()).toList();
  }

  /** The paper with the given identifier. */
  public Optional<ClaimFile> paper(String id) {
    return papers.stream().filter(file -> file.paper().id().equals(id)).findFirst();
  }

  /** The claim with the given {@code paper/claim}. */
  public Optional<Claim> claim(String reference) {
    return claims().stream().filter(claim -> claim.reference().equals(reference)).findFirst();
  }

  /**
   * The claims that are named, each once, in the order of the catalogue.
   *
   * @param names each a {@code paper}, a {@code paper/claim}, or either with {@code *} for any run
   *     of characters but a slash; no names stand for all claims
   * @throws UnknownClaimException naming every name that stands for nothing, and what is near it
   */
  public List<Claim> select(Collection<String> names) {
    if (names.isEmpty()) {
      return claims();
    }
    Set<Claim> selected = new LinkedHashSet<>();
    List<String> unknown = new ArrayList<>();
    for (String name : names) {
      List<Claim> matches = claims().stream().filter(matches(name)).toList();
      if (matches.isEmpty()) {
        unknown.add("no claim is called '" + name + "'; " + suggestions(name));
      }
      selected.addAll(matches);
    }
    if (!unknown.isEmpty()) {
      throw new UnknownClaimException(String.join("\n", unknown));
    }
    return claims().stream().filter(selected::contains).toList();
  }

  private static Predicate<Claim> matches(String name) {
    Pattern pattern =
        Pattern.compile(
            Stream.of(name.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining("[^/]*")));
    return claim ->
        pattern.matcher(name.contains("/") ? claim.reference() : claim.paper()).matches();
  }

  private String suggestions(String name) {
    Stream<String> known =
        name.contains("/")
            ? claims().stream().map(Claim::reference)
            : papers.stream().map(file -> file.paper().id());
    String near = EditDistance.nearest(name, known);
    return near.isEmpty() ? "there are no claims at all" : "the nearest are: " + near;
  }

  private static List<Path> folders(Path reproductions) {
    if (!Files.isDirectory(reproductions)) {
      throw new ClaimFormatException(
          List.of(
              new Defect(
                  reproductions.toString(),
                  0,
                  "",
                  Files.exists(reproductions) ? "a file" : "nothing",
                  "a folder that holds one folder with a claim.yaml for each paper")));
    }
    try (Stream<Path> entries = Files.list(reproductions)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new ClaimFormatException(
          List.of(
              new Defect(
                  reproductions.toString(), 0, "", "an unreadable folder: " + e, "a folder")));
    }
  }
}
