package org.dartboard.table;

/** Compares columns with the manifest and says which values differ. */
final class ManifestCheck {
  private final Manifest manifest;

  ManifestCheck(Manifest manifest) {
    this.manifest = manifest;
  }

  void check(Columns columns, Defects defects) {
    for (ColumnSpec spec : columns.part().columns()) {
      double[] values = columns.get(spec.name());
      ColumnDigest digest = manifest.get(columns.part(), spec.name());
      if (values != null && digest != null) {
        check(spec, ColumnDigest.canonical(spec.kind(), values), digest, defects);
      }
    }
  }

  private static void check(
      ColumnSpec spec, long[] canonical, ColumnDigest digest, Defects defects) {
    if (ColumnDigest.sha256(canonical).equals(digest.sha256())) {
      return;
    }
    for (BlockSums.Change change : BlockSums.changes(canonical, digest.sums())) {
      defects.add(change.isLocated() ? edited(spec, canonical, change) : several(spec, change));
    }
  }

  private static Defect edited(ColumnSpec spec, long[] canonical, BlockSums.Change change) {
    ValueKind kind = spec.kind();
    return new Defect(
        ColumnReader.lineOf(change.row()),
        spec.name(),
        "the benchmark's value " + kind.print(change.expected()),
        kind.print(canonical[change.row()]));
  }

  private static Defect several(ColumnSpec spec, BlockSums.Change change) {
    return new Defect(
        ColumnReader.lineOf(change.row()),
        spec.name(),
        "the benchmark's values from here to line " + ColumnReader.lineOf(change.lastRow()),
        "at least two others");
  }
}
