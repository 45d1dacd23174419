package org.dartboard.importing.pickle;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.razorvine.pickle.IObjectConstructor;

/** The names that a pickle of data may ask for, and what answers to each. */
final class AllowedNames {
  private static final Map<String, IObjectConstructor> CONSTRUCTORS =
      Map.ofEntries(
          Map.entry("collections.OrderedDict", AllowedNames::dictionary),
          Map.entry("numpy.dtype", NumpyType::of),
          Map.entry("numpy.ndarray", arguments -> new NumpyArray()),
          Map.entry("numpy.core.multiarray._reconstruct", arguments -> new NumpyArray()),
          Map.entry("numpy._core.multiarray._reconstruct", arguments -> new NumpyArray()),
          Map.entry("numpy.core.multiarray.scalar", AllowedNames::scalar),
          Map.entry("numpy._core.multiarray.scalar", AllowedNames::scalar),
          Map.entry("numpy.core.numeric._frombuffer", NumpyArray::ofBuffer),
          Map.entry("numpy._core.numeric._frombuffer", NumpyArray::ofBuffer),
          Map.entry("_codecs.encode", AllowedNames::bytes),
          inert("builtins.slice"),
          inert("pandas.core.frame.DataFrame"),
          inert("pandas.core.internals.managers.BlockManager"),
          inert("pandas.core.indexes.base._new_Index"),
          inert("pandas.core.indexes.base.Index"),
          inert("pandas.core.indexes.range.RangeIndex"));

  private AllowedNames() {}

  /** What answers to a name; empty if the name is not allowed. */
  static Optional<IObjectConstructor> constructor(String name) {
    return Optional.ofNullable(CONSTRUCTORS.get(name));
  }

  private static Map.Entry<String, IObjectConstructor> inert(String name) {
    return Map.entry(name, arguments -> new InertObject(name, Arrays.asList(arguments.clone())));
  }

  private static Object dictionary(Object[] arguments) {
    if (arguments.length > 0) {
      throw new IllegalArgumentException("an OrderedDict with arguments");
    }
    return new LinkedHashMap<>();
  }

  private static Object scalar(Object[] arguments) {
    if (arguments.length == 2
        && arguments[0] instanceof NumpyType type
        && arguments[1] instanceof byte[] bytes
        && bytes.length == type.width()) {
      return type.decode(bytes)[0];
    }
    throw new IllegalArgumentException("a numpy number without type or value");
  }

  /** How old protocols write bytes: as a text of the same codes. */
  private static Object bytes(Object[] arguments) {
    if (arguments.length == 2
        && arguments[0] instanceof String text
        && "latin1".equals(arguments[1])) {
      return text.getBytes(StandardCharsets.ISO_8859_1);
    }
    throw new IllegalArgumentException("bytes in another encoding than latin1");
  }
}
