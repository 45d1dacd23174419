package org.dartboard.importing.pickle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;

/**
 * The pickle machine with the operations that data need and no others.
 *
 * <p>Names are looked up in {@link AllowedNames} and nowhere else; lengths are checked before
 * memory is taken; keys of dictionaries are texts, numbers and tuples of those, so that no hash
 * code takes longer than the file.
 */
final class RestrictedUnpickler extends Unpickler {
  /** Operations of the library that only move numbers, texts, lists and references. */
  private static final Set<Short> PLAIN =
      Set.of(
          Opcodes.PROTO,
          Opcodes.FRAME,
          Opcodes.STOP,
          Opcodes.MARK,
          Opcodes.POP,
          Opcodes.POP_MARK,
          Opcodes.DUP,
          Opcodes.NONE,
          Opcodes.NEWTRUE,
          Opcodes.NEWFALSE,
          Opcodes.BININT,
          Opcodes.BININT1,
          Opcodes.BININT2,
          Opcodes.LONG1,
          Opcodes.LONG4,
          Opcodes.BINFLOAT,
          Opcodes.SHORT_BINSTRING,
          Opcodes.BINSTRING,
          Opcodes.SHORT_BINUNICODE,
          Opcodes.BINUNICODE,
          Opcodes.BINUNICODE8,
          Opcodes.SHORT_BINBYTES,
          Opcodes.BINBYTES,
          Opcodes.BINBYTES8,
          Opcodes.BYTEARRAY8,
          Opcodes.EMPTY_TUPLE,
          Opcodes.TUPLE,
          Opcodes.TUPLE1,
          Opcodes.TUPLE2,
          Opcodes.TUPLE3,
          Opcodes.EMPTY_LIST,
          Opcodes.APPEND,
          Opcodes.APPENDS,
          Opcodes.BINPUT,
          Opcodes.LONG_BINPUT,
          Opcodes.MEMOIZE,
          Opcodes.BINGET,
          Opcodes.LONG_BINGET,
          // These call what lies on the stack, where only allowed constructors can be.
          Opcodes.REDUCE,
          Opcodes.NEWOBJ);

  private final byte[] pickle;

  RestrictedUnpickler(byte[] pickle) {
    this.pickle = pickle;
  }

  Object load() throws IOException {
    return load(new ByteArrayInputStream(pickle));
  }

  @Override
  protected Object dispatch(short key) throws IOException {
    switch (key) {
      case Opcodes.GLOBAL -> pushNamed(PickleUtils.readline(input), PickleUtils.readline(input));
      case Opcodes.STACK_GLOBAL -> {
        String name = (String) stack.pop();
        pushNamed((String) stack.pop(), name);
      }
      case Opcodes.BUILD -> build();
      case Opcodes.EMPTY_DICT -> stack.add(new LinkedHashMap<>());
      case Opcodes.EMPTY_SET -> stack.add(new HashSet<>());
      case Opcodes.SETITEM -> {
        Object value = stack.pop();
        Object itemKey = stack.pop();
        put(Arrays.asList(itemKey, value));
      }
      case Opcodes.SETITEMS -> put(stack.pop_all_since_marker());
      case Opcodes.ADDITEMS -> add(stack.pop_all_since_marker());
      default -> {
        if (!PLAIN.contains(key)) {
          throw new PickleException("the operation " + describe(key) + ", which data do not need");
        }
        checkLength(key);
        return super.dispatch(key);
      }
    }
    return NO_RETURN_VALUE;
  }

  private void pushNamed(String module, String name) {
    String full = module + "." + name;
    stack.add(
        AllowedNames.constructor(full)
            .orElseThrow(
                () -> new PickleException("the name '" + printable(full) + "', not allowed")));
  }

  private void build() {
    Object state = stack.pop();
    if (!(stack.peek() instanceof Stateful target)) {
      throw new PickleException("a state for an object that has none");
    }
    target.complete(state);
  }

  @SuppressWarnings("unchecked")
  private void put(List<Object> keysAndValues) {
    Map<Object, Object> dictionary = (Map<Object, Object>) stack.peek();
    if (keysAndValues.size() % 2 != 0) {
      throw new PickleException("a key without a value");
    }
    for (int position = 0; position < keysAndValues.size(); position += 2) {
      dictionary.put(key(keysAndValues.get(position)), keysAndValues.get(position + 1));
    }
  }

  @SuppressWarnings("unchecked")
  private void add(List<Object> items) {
    Set<Object> set = (Set<Object>) stack.peek();
    items.forEach(item -> set.add(key(item)));
  }

  private static Object key(Object key) {
    if (!(key instanceof Object[] tuple)) {
      return simple(key);
    }
    List<Object> list = new ArrayList<>(tuple.length);
    for (Object part : tuple) {
      list.add(simple(part));
    }
    return List.copyOf(list);
  }

  private static Object simple(Object key) {
    if (key instanceof String || key instanceof Number || key instanceof Boolean) {
      return key;
    }
    throw new PickleException("a key that is neither text nor number");
  }

  /** Refuses a length beyond the file's end before anybody takes memory for it. */
  private void checkLength(short key) throws IOException {
    int width =
        switch (key) {
          case Opcodes.BINSTRING, Opcodes.BINUNICODE, Opcodes.BINBYTES, Opcodes.LONG4 ->
              Integer.BYTES;
          case Opcodes.BINUNICODE8, Opcodes.BINBYTES8, Opcodes.BYTEARRAY8 -> Long.BYTES;
          default -> 0;
        };
    if (width == 0) {
      return;
    }
    input.mark(width);
    byte[] bytes = PickleUtils.readbytes(input, width);
    int left = input.available();
    input.reset();
    long length = 0;
    for (int position = width - 1; position >= 0; position--) {
      length = length << Byte.SIZE | bytes[position] & 0xff;
    }
    if (length < 0 || length > left) {
      throw new PickleException(
          "a text or number of " + length + " bytes; only " + left + " follow");
    }
  }

  private static String describe(short key) {
    return key > ' ' && key < 0x7f ? "'" + (char) key + "'" : String.format("0x%02x", key);
  }

  private static String printable(String text) {
    String cut = text.length() > 80 ? text.substring(0, 80) + "..." : text;
    return cut.replaceAll("[^\\x20-\\x7e]", "?");
  }
}
