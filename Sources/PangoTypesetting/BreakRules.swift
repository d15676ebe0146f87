/// Where a line may not begin although Unicode would let it.
enum BreakRules {
  /// Whether a line may begin before the scalar at `index`, given that Unicode allows it.
  ///
  /// It may not between a hyphen or dash and a digit if a digit stands before it (2021–2024), behind
  /// the hyphen of a single letter (e-mail), nor before a dash between spaces: that belongs at the
  /// end of a line.
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
    return true
  }

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
