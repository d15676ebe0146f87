#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Puts the thread into the C locale while Cairo writes numbers, and back afterwards.
@safe struct NumericLocale {
  private let before: locale_t?
  private let plain: locale_t

  init() throws(DrawingError) {
    guard let plain = unsafe newlocale(1 << LC_NUMERIC, "C", nil) else {
      throw .cairo(status: 0, message: "the system has no C locale")
    }
    unsafe self.plain = plain
    unsafe before = uselocale(plain)
  }

  /// Goes back to the locale before.
  func restore() {
    unsafe uselocale(before)
    unsafe freelocale(plain)
  }
}
