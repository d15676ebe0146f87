import ContentHash
import Drawing

/// Finds where words may be hyphenated, with the dictionaries of a catalogue.
final class HyphenationPatterns {
  /// What a language asks beyond its patterns.
  private struct Rules {
    /// The fewest letters before a break.
    var left: Int
    /// The fewest letters behind a break.
    var right: Int
  }

  /// The fewest letters of a word that is hyphenated.
  static let shortestWord = 6

  private let dictionaries: [HyphenationDictionary]
  /// The dictionaries that were asked for, by language as asked; nil for one that was refused.
  private var loaded: [String: (dictionary: LoadedDictionary, rules: Rules)?] = [:]

  /// Whether a dictionary that was asked for is missing or another than the one that was listed.
  private(set) var hasRefusedFile = false

  init(_ dictionaries: [HyphenationDictionary]) {
    self.dictionaries = dictionaries
  }

  /// The UTF-8 offsets at which a word, with the marks around it, may be hyphenated.
  ///
  /// Only its sequences of letters are, each for itself; nothing is in a word with a digit, in an
  /// address, or where a capital follows the first letter.
  func offsets(in text: String, language: String) -> [Int] {
    guard text.utf8.count >= Self.shortestWord, Self.mayBeHyphenated(text),
      let (dictionary, rules) = dictionary(of: language)
    else { return [] }
    var result: [Int] = []
    var letters: [Unicode.Scalar] = []
    var start = 0
    var offset = 0
    func finish() {
      defer { letters.removeAll() }
      guard letters.count >= Self.shortestWord,
        !letters.dropFirst().contains(where: \.properties.isUppercase)
      else { return }
      result += Self.breaks(in: letters, dictionary: dictionary, rules: rules).map { start + $0 }
    }
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic {
        if letters.isEmpty { start = offset }
        letters.append(scalar)
      } else {
        finish()
      }
      offset += UTF8.width(scalar)
    }
    finish()
    return result
  }

  private static func mayBeHyphenated(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) || byte == UInt8(ascii: "@") { return false }
      if byte == UInt8(ascii: "/"), previous == UInt8(ascii: "/") { return false }
      previous = byte
    }
    return !text.hasPrefix("www.")
  }

  /// The UTF-8 offsets of breaks in a sequence of letters.
  private static func breaks(
    in letters: [Unicode.Scalar],
    dictionary: LoadedDictionary,
    rules: Rules
  ) -> [Int] {
    guard let marks = dictionary.marks(in: letters) else { return [] }
    var result: [Int] = []
    var offset = 0
    for (index, letter) in letters.enumerated() {
      offset += UTF8.width(letter)
      let count = index + 1
      guard count >= rules.left, letters.count - count >= rules.right, marks[index],
        !hasDiaeresis(letters[count])
      else { continue }
      result.append(offset)
    }
    return result
  }

  /// Dutch drops a diaeresis at a break (coëfficiënt, co-efficient): such a break is not made.
  private static func hasDiaeresis(_ letter: Unicode.Scalar) -> Bool {
    "äëïöüÿÄËÏÖÜŸ\u{308}".unicodeScalars.contains(letter)
  }

  private static func rules(of language: String) -> Rules {
    switch primaryLanguage(language) {
    case "en": Rules(left: 2, right: 3)
    default: Rules(left: 3, right: 3)
    }
  }

  private static func primaryLanguage(_ language: String) -> String {
    language.split(separator: "-").first.map { $0.lowercased() } ?? ""
  }

  private func dictionary(
    of language: String
  ) -> (dictionary: LoadedDictionary, rules: Rules)? {
    if let known = loaded[language] { return known }
    let entry =
      dictionaries.first { $0.language == language }
      ?? dictionaries.first {
        Self.primaryLanguage($0.language) == Self.primaryLanguage(language)
      }
    let result = entry.flatMap(load).map { ($0, Self.rules(of: language)) }
    loaded[language] = .some(result)
    return result
  }

  /// Reads a dictionary if it is the one that was listed.
  private func load(_ entry: HyphenationDictionary) -> LoadedDictionary? {
    guard ContentHash(ofFile: entry.path)?.hexadecimal == entry.sha256.lowercased() else {
      hasRefusedFile = true
      return nil
    }
    return LoadedDictionary(path: entry.path)
  }
}
