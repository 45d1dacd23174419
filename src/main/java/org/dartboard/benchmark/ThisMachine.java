package org.dartboard.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the fingerprint of the machine that the program runs on. */
public final class ThisMachine {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final List<String> FEATURES =
      List.of(
          "avx2",
          "fma",
          "avx512f",
          "avx512bw",
          "avx512vl",
          "avx512_vnni",
          "avx512_bf16",
          "amx_tile",
          "amx_bf16",
          "asimd",
          "sve",
          "bf16");
  private static final List<String> VARIABLES =
      List.of("OMP_NUM_THREADS", "OMP_WAIT_POLICY", "OMP_PROC_BIND", "ONEDNN_MAX_CPU_ISA");
  private static final Pattern LIBRARY =
      Pattern.compile("(dnnl|pytorch|openblas|javacpp|nd4j-[a-z0-9.-]+?)-(\\d[\\w.-]*?)\\.jar");
  private static final Pattern NATIVES =
      Pattern.compile("-(linux|macosx|windows)-(x86_64|arm64)(-[\\w-]+)?$");

  private ThisMachine() {}

  /**
   * The fingerprint now.
   *
   * @param revision of the source that the program was built from
   */
  public static Fingerprint fingerprint(String revision) {
    String information = text(PROCESSOR);
    List<String> flags =
        List.of(
            value(information, "flags")
                .or(() -> value(information, "Features"))
                .orElse("")
                .split(" ", -1));
    return new Fingerprint(
        value(information, "model name").orElse(System.getProperty("os.arch", "unknown")),
        FEATURES.stream().filter(flags::contains).toList(),
        Runtime.getRuntime().availableProcessors(),
        value(text(MEMORY), "MemTotal").map(ThisMachine::kibibytes).orElse(0L),
        "%s %s %s"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch")),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        libraries(System.getProperty("java.class.path", "")),
        environment(),
        revision,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** The libraries among the jars of a class path, with their versions. */
  static Map<String, String> libraries(String classPath) {
    Map<String, String> libraries = new TreeMap<>();
    for (String element : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
      Path name = Path.of(element).getFileName();
      Matcher jar = LIBRARY.matcher(name == null ? "" : name.toString());
      if (jar.matches()) {
        libraries.put(jar.group(1), NATIVES.matcher(jar.group(2)).replaceFirst(""));
      }
    }
    return libraries;
  }

  private static Map<String, String> environment() {
    Map<String, String> set = new TreeMap<>();
    for (String variable : VARIABLES) {
      String value = System.getenv(variable);
      if (value != null) {
        set.put(variable, value);
      }
    }
    return set;
  }

  /** The value of the first line that begins with the key. */
  static Optional<String> value(String information, String key) {
    Pattern line = Pattern.compile(Pattern.quote(key) + "\\s*:\\s*(.*)");
    try (Stream<String> lines = information.lines()) {
      return lines
          .map(line::matcher)
          .filter(Matcher::matches)
          .map(found -> found.group(1).strip())
          .findFirst();
    }
  }

  private static long kibibytes(String value) {
    return 1024 * Long.parseLong(value.replace(" kB", ""));
  }

  private static String text(Path file) {
    try {
      return Files.isReadable(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    } catch (IOException | UncheckedIOException e) {
      return "";
    }
  }
}
