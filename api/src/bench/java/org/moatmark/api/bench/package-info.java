/** How fast whole processes are; run by hand, see {@code core/BENCHMARKS.md}. */
package org.moatmark.api.bench;
