package org.dartboard.download;

/** Is told how a download gets on. */
public interface Progress {
  /** A file begins; of its bytes some may be there already. */
  void starts(PublicFile file, long alreadyThere);

  /** So many bytes of the file are there now. */
  void at(long bytes);

  /** The file is in its place, or was given up. */
  void ends();

  /** Something went wrong and another attempt follows. */
  void problem(String message);

  /** Tells nobody. */
  Progress NONE =
      new Progress() {
        @Override
        public void starts(PublicFile file, long alreadyThere) {}

        @Override
        public void at(long bytes) {}

        @Override
        public void ends() {}

        @Override
        public void problem(String message) {}
      };
}
