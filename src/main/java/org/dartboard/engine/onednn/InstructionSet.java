package org.dartboard.engine.onednn;

import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.dartboard.engine.EngineException;
import org.dartboard.engine.Precision;

/**
 * The instructions that oneDNN may use here.
 *
 * @param code one of oneDNN's {@code dnnl_cpu_isa_...}, whose bits are sets of instructions
 * @param limit what sets the limit, for messages
 */
record InstructionSet(int code, String limit) {
  private static final String VARIABLE = "ONEDNN_MAX_CPU_ISA";

  /** This process's. */
  static InstructionSet effective() {
    return of(dnnl.dnnl_get_effective_cpu_isa(), System.getenv());
  }

  static InstructionSet of(int code, Map<String, String> environment) {
    String set = environment.get(VARIABLE);
    return new InstructionSet(code, set == null ? "the processor" : VARIABLE + "=" + set);
  }

  /** Whether all primitives, gradients included, can store tensors in that precision. */
  boolean supports(Precision precision) {
    return precision == Precision.FP32 || has(dnnl.dnnl_cpu_isa_avx512_core);
  }

  /** Whether there is arithmetic for that precision; without it, oneDNN emulates it slowly. */
  boolean hasArithmetic(Precision precision) {
    return precision == Precision.FP32
        || has(dnnl.dnnl_cpu_isa_avx512_core_bf16)
        || has(dnnl.dnnl_cpu_isa_avx512_core_amx);
  }

  /**
   * Checks a precision.
   *
   * @throws EngineException if it is not supported here
   */
  void require(Precision precision) {
    if (!supports(precision)) {
      throw new EngineException(
          "the onednn engine cannot compute in "
              + precision.label()
              + " here: that needs AVX-512, which "
              + limit
              + " does not have. Use fp32");
    }
  }

  /** The widest instructions, and which faster path is not there and why. */
  String describe(Precision precision) {
    if (has(dnnl.dnnl_cpu_isa_avx512_core_amx)) {
      return "AVX-512 with AMX";
    } else if (has(dnnl.dnnl_cpu_isa_avx512_core_bf16)) {
      return "AVX-512 with bf16 (no AMX, which is faster in bf16: " + limit + " has none)";
    } else if (has(dnnl.dnnl_cpu_isa_avx512_core)) {
      return precision == Precision.BF16
          ? "AVX-512 (bf16 is emulated and slower than fp32: " + limit + " has no bf16 or AMX)"
          : "AVX-512 (bf16 would be emulated and slower: " + limit + " has no bf16 or AMX)";
    } else if (has(dnnl.dnnl_cpu_isa_avx2)) {
      return "AVX2 (slower than AVX-512, which " + limit + " does not have)";
    }
    return "less than AVX2 (much slower: " + limit + " has no AVX2)";
  }

  private boolean has(int instructions) {
    return (code & instructions) == instructions;
  }
}
