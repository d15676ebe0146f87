import Diagnostics
import Drawing
import HouseStyle
import LocatedYAML

extension MappingReader {
  /// A length: `12pt`, `20mm`, `1.5cm` or a number of points, at most ten metres.
  mutating func length(_ key: String, _ presence: Presence = .optional) -> Length? {
    guard let text = text(key, presence) else { return nil }
    guard let length = Self.length(text.text), abs(length.points) <= 28_350 else {
      report(.notALength(key, at: text.range))
      return nil
    }
    return length
  }

  /// A length that may not be negative.
  mutating func size(_ key: String, _ presence: Presence = .optional) -> Length? {
    guard let length = length(key, presence) else { return nil }
    guard length >= .zero else {
      report(.outOfBounds(key, "0 or more", at: placeOf(key)))
      return nil
    }
    return length
  }

  /// A whole number within bounds.
  mutating func count(_ key: String, in bounds: ClosedRange<Int>) -> Int? {
    guard let number = wholeNumber(key) else { return nil }
    guard bounds.contains(number.value) else {
      report(
        .outOfBounds(key, "from \(bounds.lowerBound) to \(bounds.upperBound)", at: number.range))
      return nil
    }
    return number.value
  }

  /// The name of a colour that the layout has.
  mutating func colourName(
    _ key: String, _ presence: Presence = .optional, in colours: [String: Colour]
  ) -> String? {
    guard let text = text(key, presence) else { return nil }
    guard colours[text.text] != nil else {
      report(.unknownColour(text.text, known: colours.keys.sorted(), at: text.range))
      return nil
    }
    return text.text
  }

  /// A rule: colour, width, length and gap.
  mutating func rule(
    _ key: String, usual: ParagraphStyle.Rule, in colours: [String: Colour]
  ) -> ParagraphStyle.Rule? {
    mapping(key) { keys in
      ParagraphStyle.Rule(
        colour: keys.colourName("colour", in: colours) ?? usual.colour,
        width: keys.size("width") ?? usual.width, length: keys.size("length"),
        gap: keys.size("gap") ?? usual.gap)
    }
  }

  /// Where the value of a key stands, or the whole mapping.
  func placeOf(_ key: String) -> SourceRange {
    entries.first { $0.key.text == key }?.value.range ?? range
  }

  private static func length(_ text: String) -> Length? {
    for unit in ["pt", "mm", "cm", ""] where text.hasSuffix(unit) {
      var number = text.dropLast(unit.count)
      while number.last == " " { number.removeLast() }
      let isPlain = number.utf8.allSatisfy {
        (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
      }
      guard isPlain, let value = Double(number), value.isFinite else { return nil }
      switch unit {
      case "mm": return .millimetres(value)
      case "cm": return .millimetres(value * 10)
      default: return Length(value)
      }
    }
    return nil
  }
}

/// Reads the place of a frame or a piece of furniture.
enum LayoutPlace {
  /// The rectangle that `left`, `right`, `width`, `top`, `bottom` and `height` describe; what is not
  /// said is 0 from the edge of the page.
  static func read(_ keys: inout MappingReader, on page: Size) -> Rect {
    let (x, width) = span(&keys, ("left", "right", "width"), of: page.width)
    let (y, height) = span(&keys, ("top", "bottom", "height"), of: page.height)
    return Rect(x: x, y: y, width: width, height: height)
  }

  private static func span(
    _ keys: inout MappingReader, _ names: (String, String, String), of whole: Length
  ) -> (Length, Length) {
    let before = keys.length(names.0)
    let after = keys.length(names.1)
    let size = keys.size(names.2)
    switch (before, after, size) {
    case (.some, .some, .some):
      keys.report(.overdetermined([names.0, names.1, names.2], at: keys.placeOf(names.2)))
      return (0, whole)
    case (nil, .some(let after), .some(let size)): return (whole - after - size, size)
    case (_, nil, .some(let size)): return (before ?? 0, size)
    case (_, _, nil):
      let start = before ?? 0
      return (start, whole - start - (after ?? 0))
    }
  }
}
