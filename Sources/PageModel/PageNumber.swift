/// What a page is called in print and in viewers.
public enum PageNumber: Sendable, Hashable {
  /// `7`: the seventh of the pages that are numbered so.
  case decimal(Int)
  /// `vii`: the seventh of the pages that are numbered so; from 1.
  case roman(Int)
  /// Nothing: a cover, a blank page.
  case none

  /// The number as it is printed; empty for a page without one.
  public var label: String {
    switch self {
    case .decimal(let number): String(number)
    case .roman(let number): Self.roman(number)
    case .none: ""
    }
  }

  /// Roman numerals in lower case, as viewers write them: thousands are repeated.
  private static func roman(_ number: Int) -> String {
    let signs = [
      (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
      (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]
    var rest = number
    return signs.map { value, sign in
      defer { rest %= value }
      return String(repeating: sign, count: rest / value)
    }.joined()
  }
}
