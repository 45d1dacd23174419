/** The benchmark suites of the engines. One suite is one class; see docs/performance.md. */
@NullMarked
package org.dartboard.benchmark.suite;

import org.jspecify.annotations.NullMarked;
