#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// x to the power y; the C library's.
func power(_ x: Double, _ y: Double) -> Double { pow(x, y) }
