/**
 * Images: CIFAR-10, its official split, ImageNet16-120, augmentation, and batches made ahead of the
 * step that needs them.
 *
 * <p>A batch is a pure function of the image set, the random streams and the {@link
 * org.dartboard.data.DataPosition}; the background thread of {@link org.dartboard.data.BatchLoader}
 * only calls it early. Nothing here knows a network or a search. The data itself is never part of
 * the project: it is found by {@link org.dartboard.io.DataFolders}, and every file is checked
 * against the digest of the official release.
 */
@NullMarked
package org.dartboard.data;

import org.jspecify.annotations.NullMarked;
