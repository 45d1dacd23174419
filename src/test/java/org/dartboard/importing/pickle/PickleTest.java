package org.dartboard.importing.pickle;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import net.razorvine.pickle.Unpickler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PickleTest {
  /** Written by CPython's pickle module, of one dictionary, in four protocols. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void plainDataOfPythonIsRead(int protocol) throws IOException {
    Pickle data = Pickle.read(sample(protocol), "sample");

    assertArrayEquals(new double[] {1.5, -2, 1e300}, data.get("a").numbers());
    assertArrayEquals(new double[] {1, 2, 3, 70000, -5, 1099511627776.0}, data.get("b").numbers());
    assertEquals("\u00fc", data.get(List.of("t", 7)).text());
    assertEquals(2.5, data.get("c").number());
    assertTrue(data.get("d").get("x").isNone());
    assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6}, data.get("m").numbers());
    assertArrayEquals(new int[] {2, 3}, data.get("m").shape());
    assertArrayEquals(new byte[] {-6, -5, -4, -3, -2, -1}, data.get("u").bytes());
    assertArrayEquals(new double[] {1, -2}, data.get("big").numbers());
    assertEquals(
        List.of("a", "b", List.of("t", 7), "c", "d", "m", "u", "big"),
        List.copyOf(data.entries().keySet()));
  }

  @Test
  void aWrongExpectationIsSaidWithThePlace() throws IOException {
    Pickle data = Pickle.read(sample(4), "sample.pkl");

    assertEquals(
        "sample.pkl['a'] is not a text but a numpy array",
        assertThrows(PickleFormatException.class, () -> data.get("a").text()).getMessage());
    assertTrue(
        String.valueOf(
                assertThrows(PickleFormatException.class, () -> data.get("d").get("z"))
                    .getMessage())
            .startsWith("sample.pkl['d'] has no 'z'; it has"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cos\nsystem\n(S'true'\ntR.",
        "cposix\nsystem\n(X\4\0\0\0truetR.",
        "\u0080\4\u008c\5posix\u008c\6system\u0093\u008c\4true\u0085R.",
        "cbuiltins\neval\n\u008c\0011\u0085R.",
        "cbuiltins\ngetattr\n.",
        "csubprocess\nPopen\n.",
        "(S'true'\nios\nsystem\n.",
        "(cos\nsystem\nS'true'\no.",
        // Names that the library itself would answer to.
        "cdecimal\nDecimal\n\u008c\0011\u0085R.",
        "coperator\nattrgetter\n.",
        "cdatetime\ndate\n.",
        "cbuiltins\nValueError\n)R.",
        "ccopy_reg\n_reconstructor\n."
      })
  void aNameThatDataDoNotNeedIsRefusedAndNothingIsMade(String pickle) {
    AtomicInteger made = new AtomicInteger();
    for (String name : List.of("os", "posix")) {
      Unpickler.registerConstructor(name, "system", arguments -> made.incrementAndGet());
    }
    String message = refusal(pickle.getBytes(ISO_8859_1));

    assertTrue(message.startsWith("hostile is not a pickle of plain data: it has the "), message);
    assertEquals(0, made.get());
  }

  @Test
  void theNameThatWasAskedForIsShown() {
    assertTrue(
        refusal("cos\nsystem\n(S'true'\ntR.".getBytes(ISO_8859_1))
            .contains("the name 'os.system', not allowed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0082\1.", // an extension's code
        "Pid\n.", // a persistent object
        "K\1Q.",
        "\u0097.", // a buffer from elsewhere
        "cnumpy\ndtype\n)}\u0092.", // a constructor with keywords
        "(K\1K\2d.", // operations of protocol 0
        "K\1)R.", // a call of a number
        "K\1}b.", // a state for a number
        "}K\1K\2e.", // a list operation on a dictionary
        "R.",
        "K\1",
        "",
        "}]K\1s.", // a list as a key
        "}}K\1s.",
        "cnumpy\nndarray\n)\u0081(K\1K\5\u0085cnumpy\ndtype\n\u008c\2f8\u0085R\u0089C\3abctb."
      })
  void whatIsNoPlainDataIsRefused(String pickle) {
    refusal(pickle.getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "B\u00ff\u00ff\u00ff\u007f",
        "B\u00ff\u00ff\u00ff\u00ff",
        "X\u00ff\u00ff\u00ff\u007f",
        "T\u00ff\u00ff\u00ff\u007f",
        "\u008b\u00ff\u00ff\u00ff\u007f",
        "\u008e\u00ff\u00ff\u00ff\u00ff\u00ff\0\0\0",
        "\u0096\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff",
        "\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f"
      })
  void aLengthBeyondTheEndTakesNoMemory(String pickle) {
    String message = refusal(pickle.getBytes(ISO_8859_1));
    assertTrue(message.contains("only 0 follow"), message);
  }

  @Test
  void keysWhoseHashCodeTakesForeverAreRefused() {
    // A tuple of twice the tuple before, thirty times over, as a key.
    StringBuilder pickle = new StringBuilder("}K\1");
    for (int depth = 0; depth < 60; depth++) {
      pickle.append("2\u0086");
    }
    byte[] bytes = pickle.append("K\1s.").toString().getBytes(ISO_8859_1);
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> refusal(bytes));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void everyCutIsRefused(int protocol) throws IOException {
    byte[] pickle = sample(protocol);
    for (int length = 0; length < pickle.length; length++) {
      refusal(Arrays.copyOf(pickle, length));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void anyChangedByteGivesDataOrARefusal(int protocol) throws IOException {
    byte[] pickle = sample(protocol);
    int refused = 0;
    for (int position = 0; position < pickle.length; position++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        byte[] changed = pickle.clone();
        changed[position] ^= (byte) (1 << bit);
        refused += isRefused(changed) ? 1 : 0;
      }
    }
    assertTrue(refused > pickle.length, refused + " refusals");
  }

  private static boolean isRefused(byte[] pickle) {
    try {
      Pickle data = Pickle.read(pickle, "changed");
      for (Pickle entry : data.entries().values()) {
        assertFalse(entry.place().isEmpty());
      }
      return false;
    } catch (PickleFormatException e) {
      return true;
    }
  }

  private static String refusal(byte[] pickle) {
    return String.valueOf(
        assertThrows(PickleFormatException.class, () -> Pickle.read(pickle, "hostile"))
            .getMessage());
  }

  private static byte[] sample(int protocol) throws IOException {
    String name = "plain-data-protocol-" + protocol + ".hex";
    try (InputStream in =
        Objects.requireNonNull(PickleTest.class.getResourceAsStream(name), name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(text.replace("\n", ""));
    }
  }
}
