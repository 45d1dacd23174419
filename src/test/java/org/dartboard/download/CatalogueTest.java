package org.dartboard.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void everyFileIsPinnedAndToBeHad() {
    Set<String> paths = new HashSet<>();
    for (Publication publication : Catalogue.shipped().publications()) {
      assertFalse(publication.files().isEmpty(), publication.name());
      for (PublicFile file : publication.files()) {
        assertTrue(file.bytes() > 0, file.path());
        assertTrue(file.sources().size() >= 2, () -> file.path() + " has one source only");
        assertTrue(paths.add(file.path()), () -> file.path() + " is there twice");
      }
    }
    assertEquals(
        List.of("nasbench201", "cifar-10", "cifar-100", "fashion-mnist"),
        List.copyOf(Catalogue.shipped().byName().keySet()));
  }

  @Test
  void filesOfRepositoriesArePinnedToACommit() {
    PublicFile file = Catalogue.shipped().byName().get("nasbench201").files().get(0);
    assertEquals("nasbench201-raw/nats_bench.csv", file.path());
    assertEquals(
        URI.create(
            "https://raw.githubusercontent.com/v-tao/nats-bench-landscape/"
                + "b307ae5fe6e8d7043cd4fe7d1c3532288271adb7/nats_bench.csv"),
        file.sources().get(0));
  }

  /** A branch may move, and with it what its files hold. */
  @Test
  void noSourceOnGitHubIsABranch() {
    Pattern pinned =
        Pattern.compile(
            "https://(raw\\.githubusercontent\\.com/[\\w.-]+/[\\w.-]+/"
                + "|github\\.com/[\\w.-]+/[\\w.-]+/raw/"
                + "|cdn\\.jsdelivr\\.net/gh/[\\w.-]+/[\\w.-]+@)[0-9a-f]{40}/.+");
    int onGitHub = 0;
    for (Publication publication : Catalogue.shipped().publications()) {
      for (PublicFile file : publication.files()) {
        for (URI source : file.sources()) {
          String host = source.getHost();
          if (host.contains("github") || host.endsWith("jsdelivr.net")) {
            assertTrue(pinned.matcher(source.toString()).matches(), source::toString);
            onGitHub++;
          }
        }
      }
    }
    assertTrue(onGitHub >= 3 * 17, onGitHub + " sources on GitHub");
  }
}
