package org.dartboard.dl4j;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.dartboard.data.Batch;
import org.dartboard.data.BatchMaker;
import org.dartboard.data.DataPosition;
import org.dartboard.data.ImageSet;
import org.dartboard.data.Layout;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.dataset.api.DataSetPreProcessor;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The batches of a {@link BatchMaker} for DL4J: images of [image][channel][row][column], normalised
 * by the maker, and for each label a row with a 1 at its class.
 *
 * <p>It stands at the beginning of epoch 0; a {@link #reset} after the first batch begins the next
 * epoch. Not for use by several threads at once, and not serialisable, though DL4J's interface is.
 */
public final class ImageIterator implements DataSetIterator {
  private static final long serialVersionUID = 1;

  private final transient BatchMaker maker;
  private final transient Batch batch;
  private final int classes;
  private int epoch;
  private int position;
  private transient @Nullable DataSetPreProcessor preProcessor;

  /**
   * Begins with epoch 0.
   *
   * @param maker used by nobody else from now on
   * @param classes how many classes there are
   */
  public ImageIterator(BatchMaker maker, int classes) {
    this.maker = maker;
    this.batch = Batch.allocate(maker.batchSize(), maker.side(), Layout.NCHW);
    this.classes = classes;
  }

  @Override
  public boolean hasNext() {
    return position < maker.batchesPerEpoch();
  }

  @Override
  public DataSet next() {
    if (!hasNext()) {
      throw new NoSuchElementException("epoch " + epoch + " has no more batches");
    }
    maker.make(new DataPosition(epoch, position++), batch);
    DataSet made = new DataSet(images(), labels());
    if (preProcessor != null) {
      preProcessor.preProcess(made);
    }
    return made;
  }

  /**
   * @throws UnsupportedOperationException always: the maker has its batch size
   */
  @Override
  public DataSet next(int images) {
    throw new UnsupportedOperationException("batches have " + batch() + " images, not " + images);
  }

  @Override
  public void reset() {
    if (position > 0) {
      epoch++;
      position = 0;
    }
  }

  @Override
  public boolean resetSupported() {
    return true;
  }

  @Override
  public boolean asyncSupported() {
    return true;
  }

  @Override
  public int batch() {
    return maker.batchSize();
  }

  @Override
  public int inputColumns() {
    return ImageSet.CHANNELS * maker.side() * maker.side();
  }

  @Override
  public int totalOutcomes() {
    return classes;
  }

  /** The classes' numbers, since image sets know no names. */
  @Override
  public List<String> getLabels() {
    return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
  }

  @Override
  public void setPreProcessor(DataSetPreProcessor preProcessor) {
    this.preProcessor = preProcessor;
  }

  @Override
  public @Nullable DataSetPreProcessor getPreProcessor() {
    return preProcessor;
  }

  private INDArray images() {
    int side = maker.side();
    float[] values = new float[batch.size() * inputColumns()];
    batch.images().get(0, values);
    return Nd4j.create(values, new long[] {batch.size(), ImageSet.CHANNELS, side, side}, 'c');
  }

  private INDArray labels() {
    INDArray labels = Nd4j.zeros(DataType.FLOAT, batch.size(), classes);
    for (int image = 0; image < batch.size(); image++) {
      labels.putScalar(image, batch.labels()[image], 1);
    }
    return labels;
  }

  private void writeObject(ObjectOutputStream out) throws NotSerializableException {
    throw new NotSerializableException(ImageIterator.class.getName());
  }
}
