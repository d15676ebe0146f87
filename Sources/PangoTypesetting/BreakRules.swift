/// Where a line may not begin although Unicode would let it.
enum BreakRules {
  /// Whether a line may begin before the scalar at `index`, given that Unicode allows it.
  ///
  /// It may not between a hyphen or dash and a digit if a digit stands before it (2021–2024), behind
  /// the hyphen of a single letter (e-mail), nor before a dash between spaces: that belongs at the
  /// end of a line. Nor between a number and its unit (60 %, 1,5 miljoen), a number of several groups
  /// and what it counts (1.081 raadsleden), or the sign of a currency and its amount (€ 15).
  static func allowBreak(before index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard index > 0, index < scalars.count else { return false }
    let (previous, next) = (scalars[index - 1], scalars[index])
    if isDash(previous) {
      if index > 1, isDigit(scalars[index - 2]), isDigit(next) { return false }
      let isLoneLetter =
        index > 1 && scalars[index - 2].properties.isAlphabetic
        && (index == 2 || !isWordPart(scalars[index - 3]))
      if isHyphen(previous), isLoneLetter { return false }
    }
    if previous == " ", next == "\u{2013}" || next == "\u{2014}" {
      return !(index + 1 < scalars.count && scalars[index + 1] == " ")
    }
    return !(previous == " " && index > 1 && isAmount(endingAt: index - 1, in: scalars))
  }

  /// Whether the words on both sides of the space at `space` are one amount.
  private static func isAmount(endingAt space: Int, in scalars: [Unicode.Scalar]) -> Bool {
    let next = scalars[space + 1]
    if isDigit(next) { return currencies.contains(scalars[space - 1]) }
    guard isDigit(scalars[space - 1]) else { return false }
    let number = scalars[..<space].suffix(16).reversed().prefix {
      isDigit($0) || $0 == "." || $0 == ","
    }
    let isGrouped = number.contains { !isDigit($0) }
    if isGrouped, next.properties.isLowercase { return true }
    // No unit is longer, and a word may be as long as a book.
    let unit = scalars[(space + 1)...].prefix(16).prefix {
      isWordPart($0) || $0 == "%" || $0 == "‰"
    }
    return units.contains(String(String.UnicodeScalarView(unit)))
  }

  private static let currencies: Set<Unicode.Scalar> = ["€", "£", "$"]

  private static let units: Set<String> = [
    "%", "‰", "procent", "procentpunt", "procentpunten", "percent", "miljoen", "miljard", "million",
    "billion", "euro", "uur", "jaar", "hours", "years", "mm", "cm", "m", "km", "kg", "g", "pt",
  ]

  private static func isHyphen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "\u{2010}"
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    isHyphen(scalar) || ("\u{2012}"..."\u{2015}").contains(scalar)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || isDigit(scalar)
  }
}
