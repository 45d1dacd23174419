package org.dartboard.importing.pickle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value of a pickle, which knows where in the file it stands, so that an error can say it.
 *
 * <p>Immutable in effect: nobody writes to what was read.
 */
public final class Pickle {
  private final @Nullable Object value;
  private final @Nullable Pickle parent;
  private final Object step;

  /**
   * @param parent what it is a part of; null for a whole file
   * @param step how it is reached from there, as a key or in words; the file's name for a whole one
   */
  private Pickle(@Nullable Object value, @Nullable Pickle parent, Object step) {
    this.value = value;
    this.parent = parent;
    this.step = step;
  }

  /**
   * Reads a pickle.
   *
   * @param name the file's name, for messages
   * @throws PickleFormatException if it is damaged or asks for what data do not need; then nothing
   *     that it asked for was made
   */
  public static Pickle read(byte[] content, String name) throws PickleFormatException {
    try {
      return new Pickle(new RestrictedUnpickler(content).load(), null, name);
    } catch (IOException | RuntimeException e) {
      // A damaged pickle makes the library fail in many ways, all of them unchecked.
      throw new PickleFormatException(
          name + " is not a pickle of plain data: it has " + reason(e), e);
    }
  }

  private static String reason(Exception failure) {
    if (failure instanceof IOException || failure instanceof IndexOutOfBoundsException) {
      return "a damaged structure (" + failure.getMessage() + ")";
    }
    if (failure instanceof ClassCastException) {
      return "a value of the wrong kind where another must be";
    }
    return String.valueOf(failure.getMessage());
  }

  /** Where it stands, such as {@code file.pkl['cifar10']['loss']}. */
  public String place() {
    if (parent == null) {
      return step.toString();
    }
    return parent.place() + (step instanceof Word word ? word.text() : "[" + quoted(step) + "]");
  }

  /** A step that is no key. */
  private record Word(String text) {}

  /** Whether it is a dictionary with such a key. */
  public boolean has(Object key) {
    return value instanceof Map<?, ?> map && map.containsKey(key);
  }

  /** Whether there is no value. */
  public boolean isNone() {
    return value == null;
  }

  /**
   * A dictionary's value; a key that is a tuple is asked for as a list.
   *
   * @throws PickleFormatException if it is no dictionary or lacks the key
   */
  public Pickle get(Object key) throws PickleFormatException {
    if (value instanceof Map<?, ?> map) {
      if (!map.containsKey(key)) {
        throw new PickleFormatException(
            place() + " has no " + quoted(key) + "; it has " + shortList(map.keySet()));
      }
      return new Pickle(map.get(key), this, key);
    }
    throw wrong("a dictionary");
  }

  /** A dictionary's entries, in the file's order. */
  public Map<Object, Pickle> entries() throws PickleFormatException {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Pickle> entries = new LinkedHashMap<>();
      map.forEach(
          (key, entry) -> entries.put(Objects.requireNonNull(key), new Pickle(entry, this, key)));
      return entries;
    }
    throw wrong("a dictionary");
  }

  /** A list's, a tuple's or an array of objects' elements. */
  public List<Pickle> list() throws PickleFormatException {
    List<?> elements;
    if (value instanceof List<?> list) {
      elements = list;
    } else if (value instanceof Object[] tuple) {
      elements = java.util.Arrays.asList(tuple);
    } else if (value instanceof NumpyArray array && array.bytes().length == 0) {
      elements = array.objects();
    } else {
      throw wrong("a list");
    }
    List<Pickle> pickles = new ArrayList<>(elements.size());
    for (Object element : elements) {
      pickles.add(new Pickle(element, this, pickles.size()));
    }
    return pickles;
  }

  public String text() throws PickleFormatException {
    if (value instanceof String text) {
      return text;
    }
    throw wrong("a text");
  }

  public double number() throws PickleFormatException {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong("a number");
  }

  /** A numpy array's numbers, the last index running fastest, or a list's. */
  public double[] numbers() throws PickleFormatException {
    if (value instanceof NumpyArray array) {
      try {
        return array.numbers();
      } catch (IllegalArgumentException e) {
        throw new PickleFormatException(place() + " has " + e.getMessage(), e);
      }
    }
    List<Pickle> elements = list();
    double[] numbers = new double[elements.size()];
    for (int position = 0; position < numbers.length; position++) {
      numbers[position] = elements.get(position).number();
    }
    return numbers;
  }

  /** A numpy array's bytes as they lie in the file; the caller must not change them. */
  public byte[] bytes() throws PickleFormatException {
    if (value instanceof NumpyArray array) {
      return array.bytes();
    }
    if (value instanceof byte[] bytes) {
      return bytes;
    }
    throw wrong("an array of bytes");
  }

  /** The lengths of a numpy array's axes. */
  public int[] shape() throws PickleFormatException {
    if (value instanceof NumpyArray array) {
      return array.shape();
    }
    throw wrong("a numpy array");
  }

  /** What an object of another library was made of. */
  public Pickle argument(int position) throws PickleFormatException {
    if (value instanceof InertObject object && position < object.arguments().size()) {
      return new Pickle(object.arguments().get(position), this, new Word("(" + position + ")"));
    }
    throw wrong("an object with " + (position + 1) + " arguments");
  }

  /** What an object of another library was completed with. */
  public Pickle state() throws PickleFormatException {
    if (value instanceof InertObject object) {
      return new Pickle(object.state(), this, new Word("." + object.name()));
    }
    throw wrong("an object");
  }

  private PickleFormatException wrong(String expected) {
    return new PickleFormatException(place() + " is not " + expected + " but " + kind());
  }

  private String kind() {
    if (value == null) {
      return "nothing";
    }
    if (value instanceof Map) {
      return "a dictionary";
    }
    if (value instanceof List || value instanceof Object[]) {
      return "a list";
    }
    if (value instanceof InertObject object) {
      return "a " + object.name();
    }
    if (value instanceof NumpyArray) {
      return "a numpy array";
    }
    return "'" + value + "'";
  }

  private static String quoted(@Nullable Object key) {
    return key instanceof String ? "'" + key + "'" : String.valueOf(key);
  }

  private static String shortList(java.util.Set<?> keys) {
    return keys.size() > 12 ? keys.size() + " others" : keys.toString();
  }
}
