#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// The natural logarithm; the C library's.
func logarithm(_ x: Double) -> Double { log(x) }
/// e to the power x; the C library's.
func exponential(_ x: Double) -> Double { exp(x) }
/// The complementary error function; the C library's.
func complementaryError(_ x: Double) -> Double { erfc(x) }
