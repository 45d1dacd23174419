package org.dartboard.engine.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.bytedeco.dnnl.global.dnnl;
import org.dartboard.engine.Precision;
import org.junit.jupiter.api.Test;

class InstructionSetTest {
  @Test
  void saysWhichFasterPathIsNotThereAndWhy() {
    assertEquals("AVX-512 with AMX", describe(dnnl.dnnl_cpu_isa_avx512_core_amx, Precision.BF16));
    assertEquals(
        "AVX-512 (bf16 is emulated and slower than fp32: the processor has no bf16 or AMX)",
        describe(dnnl.dnnl_cpu_isa_avx512_core_vnni, Precision.BF16));
    assertEquals(
        "AVX-512 with bf16 (no AMX, which is faster in bf16: the processor has none)",
        describe(dnnl.dnnl_cpu_isa_avx512_core_bf16, Precision.FP32));
    assertEquals(
        "AVX2 (slower than AVX-512, which ONEDNN_MAX_CPU_ISA=AVX2 does not have)",
        InstructionSet.of(dnnl.dnnl_cpu_isa_avx2, Map.of("ONEDNN_MAX_CPU_ISA", "AVX2"))
            .describe(Precision.FP32));
    assertEquals(
        "less than AVX2 (much slower: the processor has no AVX2)",
        describe(dnnl.dnnl_cpu_isa_sse41, Precision.FP32));
  }

  @Test
  void narrowTensorsNeedAvx512() {
    assertTrue(of(dnnl.dnnl_cpu_isa_sse41).supports(Precision.FP32));
    assertFalse(of(dnnl.dnnl_cpu_isa_avx2_vnni_2).supports(Precision.BF16));
    assertTrue(of(dnnl.dnnl_cpu_isa_avx512_core).supports(Precision.BF16));
    assertTrue(of(dnnl.dnnl_cpu_isa_avx512_core_amx_fp16).supports(Precision.BF16));
  }

  @Test
  void narrowArithmeticNeedsMoreThanAvx512() {
    assertTrue(of(dnnl.dnnl_cpu_isa_sse41).hasArithmetic(Precision.FP32));
    assertFalse(of(dnnl.dnnl_cpu_isa_avx512_core_vnni).hasArithmetic(Precision.BF16));
    assertTrue(of(dnnl.dnnl_cpu_isa_avx512_core_bf16).hasArithmetic(Precision.BF16));
    assertTrue(of(dnnl.dnnl_cpu_isa_avx512_core_amx).hasArithmetic(Precision.BF16));
  }

  private static String describe(int code, Precision precision) {
    return of(code).describe(precision);
  }

  private static InstructionSet of(int code) {
    return InstructionSet.of(code, Map.of());
  }
}
