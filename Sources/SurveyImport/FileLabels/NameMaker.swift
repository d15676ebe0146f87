import Foundation

/// Makes names from labels: "Very safe" becomes `very-safe`.
///
/// The same labels in the same order give the same names; no name is given twice, and none is a word of
/// the query language.
struct NameMaker {
  private var taken: Set<String> = []

  /// A name is cut at a word before it gets longer than this.
  private static let lengthBound = 40

  /// The name of a label.
  ///
  /// - Parameters:
  ///   - label: the label, which may be empty.
  ///   - code: what makes the name if the label has no letter or digit.
  mutating func name(for label: String, code: String) -> String {
    var base = Self.slug(label)
    if base.isEmpty { base = Self.slug("code-" + code) }
    if CodebookReader.reserved.contains(base) { base += "-" + Self.slug("code-" + code) }
    var name = base
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }

  /// A text in lower case without accents, its words joined by dashes.
  static func slug(_ text: String) -> String {
    var words: [String] = []
    var word = ""
    for scalar in text.decomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      let properties = scalar.properties
      if properties.isAlphabetic || ("0"..."9").contains(scalar) {
        word.unicodeScalars.append(scalar)
      } else if properties.generalCategory != .nonspacingMark, scalar != "'", scalar != "\u{2019}",
        !word.isEmpty
      {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    var name = ""
    for word in words {
      if !name.isEmpty, name.count + word.count >= lengthBound { break }
      name += (name.isEmpty ? "" : "-") + word.prefix(lengthBound)
    }
    return name
  }
}
