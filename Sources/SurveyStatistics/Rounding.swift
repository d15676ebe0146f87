/// Numbers that are printed with decimals.
public enum Rounding {
  /// A number of units of the last decimal, half up: 7.5547 with one decimal is 76, and −0.25 is −2.
  ///
  /// Half up means towards plus infinity, as ⌊x + ½⌋. What differs from a half in the last of about
  /// fifteen digits only counts as a half, so that 1.005 with two decimals is 101, although the binary
  /// number that stands for it lies below.
  ///
  /// - Parameters:
  ///   - value: the number.
  ///   - decimals: 0 to 6.
  /// - Returns: the units; nil for what is not finite, or larger than 10¹² units.
  public static func units(_ value: Double, decimals: Int) -> Int? {
    guard value.isFinite, (0...6).contains(decimals) else { return nil }
    let scale = [1.0, 10, 100, 1000, 10_000, 100_000, 1_000_000][decimals]
    guard abs(value) * scale <= 1e12 else { return nil }
    let scaled = value * scale
    let nearest = (2 * scaled).rounded() / 2
    let exact = abs(scaled - nearest) <= 1e-9 * max(1, abs(scaled)) ? nearest : scaled
    return Int((exact + 0.5).rounded(.down))
  }
}
