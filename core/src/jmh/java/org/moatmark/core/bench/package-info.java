/** How fast the library is; run by hand, see {@code core/BENCHMARKS.md}. */
package org.moatmark.core.bench;
