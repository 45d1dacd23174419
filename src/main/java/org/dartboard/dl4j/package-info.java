/**
 * Networks of single architectures as models of deeplearning4j, for users who go on with them
 * there.
 *
 * <p>{@link org.dartboard.dl4j.Dl4jExport} is where to begin: a specification, weights and running
 * statistics become a {@link org.deeplearning4j.nn.graph.ComputationGraph} of DL4J's own layers and
 * vertices, and a model file. {@link org.dartboard.dl4j.ImageIterator} hands images to such a
 * model. Nothing here computes; besides the engine on ND4J, only this package uses ND4J and DL4J.
 */
@NullMarked
package org.dartboard.dl4j;

import org.jspecify.annotations.NullMarked;
