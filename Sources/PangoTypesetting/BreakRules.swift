import Typesetting

/// Where a line may not begin although Unicode would let it.
enum BreakRules {
  /// Whether a line may begin at a place of a text, given that Unicode allows it.
  ///
  /// It may not between a hyphen or dash and a digit if a digit stands before it (2021–2024), behind
  /// the hyphen of a single letter (e-mail), nor before a dash between spaces: that belongs at the
  /// end of a line. Nor between a number and its unit (60 %, 1,5 miljoen), a number of several groups
  /// and what it counts (1.081 raadsleden), or the sign of a currency and its amount (€ 15).
  ///
  /// - Parameters:
  ///   - place: where a scalar begins.
  ///   - text: well-formed UTF-8.
  static func allowBreak(at place: Int, in text: Span<UInt8>) -> Bool {
    guard place > 0, place < text.count else { return false }
    if text[place - 1] == UInt8(ascii: " ") { return allowBreakBehindSpace(at: place, in: text) }
    let previous = text.scalar(endingAt: place)
    guard isDash(previous) else { return true }
    let dash = place - UTF8.width(previous)
    guard dash > 0 else { return true }
    if isDigit(text[dash - 1]), isDigit(text[place]) { return false }
    guard isHyphen(previous) else { return true }
    let letter = text.scalar(endingAt: dash)
    let start = dash - UTF8.width(letter)
    return !letter.properties.isAlphabetic
      || start > 0 && isWordPart(text.scalar(endingAt: start))
  }

  private static func allowBreakBehindSpace(at place: Int, in text: Span<UInt8>) -> Bool {
    if text[place] == 0xE2 {
      let next = text.scalar(at: place)
      if next == "\u{2013}" || next == "\u{2014}" {
        return !(place + 3 < text.count && text[place + 3] == UInt8(ascii: " "))
      }
    }
    return place < 2 || !isAmount(space: place - 1, in: text)
  }

  /// Whether the words on both sides of a space are one amount.
  private static func isAmount(space: Int, in text: Span<UInt8>) -> Bool {
    if isDigit(text[space + 1]) {
      let currency = text.scalar(endingAt: space)
      return currency == "€" || currency == "£" || currency == "$"
    }
    guard isDigit(text[space - 1]) else { return false }
    var isGrouped = false
    // A number of more digits and marks than this has been judged by then.
    for place in (max(0, space - 16)..<space).reversed() {
      let byte = text[place]
      guard isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") else { break }
      if !isDigit(byte) { isGrouped = true }
    }
    if isGrouped, text.scalar(at: space + 1).properties.isLowercase { return true }
    return isUnit(at: space + 1, in: text)
  }

  private static func isUnit(at start: Int, in text: Span<UInt8>) -> Bool {
    var unit: [UInt8] = []
    var (place, count) = (start, 0)
    // No unit is longer, and a word may be as long as a book.
    while place < text.count, count < 16 {
      let scalar = text.scalar(at: place)
      guard isWordPart(scalar) || scalar == "%" || scalar == "‰" else { break }
      let end = place + UTF8.width(scalar)
      while place < end {
        unit.append(text[place])
        place += 1
      }
      count += 1
    }
    return units.contains(String(decoding: unit, as: UTF8.self))
  }

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

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
  }
}
