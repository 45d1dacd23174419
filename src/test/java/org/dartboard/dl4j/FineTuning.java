package org.dartboard.dl4j;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.dartboard.data.Augmentation;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.Cifar10;
import org.dartboard.data.DataException;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Normalization;
import org.dartboard.random.RandomStreams;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.transferlearning.FineTuneConfiguration;
import org.deeplearning4j.nn.transferlearning.TransferLearning;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.learning.config.Nesterovs;

/** Goes on training an exported model with DL4J: {@code FineTuning MODEL CIFAR-10-FOLDER TUNED}. */
public final class FineTuning {
  private FineTuning() {}

  public static void main(String[] arguments) throws IOException, DataException {
    Path images = Path.of(arguments[1]);
    Evaluation evaluation =
        tune(
            new File(arguments[0]),
            iterator(
                Cifar10.training(images), BatchMaker.Order.SHUFFLED, Augmentation.standard(32)),
            iterator(Cifar10.test(images), BatchMaker.Order.SEQUENTIAL, Augmentation.NONE),
            1,
            new File(arguments[2]));
    System.out.println(evaluation.stats());
  }

  /** Trains all weights for some epochs, writes the model and evaluates it. */
  static Evaluation tune(
      File model, DataSetIterator training, DataSetIterator test, int epochs, File tuned)
      throws IOException {
    ComputationGraph graph =
        new TransferLearning.GraphBuilder(ModelSerializer.restoreComputationGraph(model))
            .fineTuneConfiguration(
                new FineTuneConfiguration.Builder().updater(new Nesterovs(0.01, 0.9)).build())
            .build();
    graph.fit(training, epochs);
    ModelSerializer.writeModel(graph, tuned, true);
    return graph.evaluate(test);
  }

  /** Batches of 64 images, normalised as the exported model wants them. */
  static DataSetIterator iterator(ImageSet images, BatchMaker.Order order, Augmentation varied) {
    BatchMaker maker =
        new BatchMaker(
            images,
            BatchMaker.all(images),
            64,
            order,
            varied,
            Normalization.CIFAR_10,
            new RandomStreams("fine-tuning", 0));
    return new ImageIterator(maker, images.classes());
  }
}
