import Diagnostics

/// A change of bound words that the data ask for: these bytes of a file become others.
struct WordFix: Sendable, Hashable {
  /// The path of the file in the report.
  var file: String
  /// What is replaced, in UTF-8 offsets.
  var bytes: Range<Int>
  /// What takes its place.
  var words: [UInt8]

  /// The faults that a change of words mends; what fails for another reason stays a fault.
  private static let mendable: Set<String> = [
    "wrong-figure", "wrong-words", "unknown-words", "unproven-majority", "words-too-precise",
  ]

  /// The fix of a diagnostic; nil if it is none of bound words, or not in a file that was read.
  init?(of diagnostic: Diagnostic, in files: [String: SourceFile]) {
    guard diagnostic.severity == .error, Self.mendable.contains(diagnostic.id),
      let fix = diagnostic.fixes.first(where: { $0.replacement?.isEmpty == false }),
      let replacement = fix.replacement, let range = fix.range ?? diagnostic.range,
      let file = files[range.file], range.file.hasSuffix(".md")
    else { return nil }
    let bytes = file.offset(of: range.start)..<file.offset(of: range.end)
    guard !bytes.isEmpty else { return nil }
    let old = String(decoding: file.bytes[bytes], as: UTF8.self)
    let new = Self.words(for: old, replacement: replacement)
    guard new != old else { return nil }
    self.file = range.file
    self.bytes = bytes
    words = Array(new.utf8)
  }

  /// The new words in the form of the old: "60 procent" becomes "58 procent", capitals stay.
  static func words(for old: String, replacement: String) -> String {
    if let place = number(in: old[...]), let new = number(in: replacement[...]) {
      return String(old[..<place.lowerBound]) + replacement[new] + old[place.upperBound...]
    }
    guard let first = old.first, first.isUppercase else { return replacement }
    return replacement.prefix(1).uppercased() + replacement.dropFirst()
  }

  /// The only number of a text, with its marks and without its unit; nil for none or several.
  private static func number(in text: Substring) -> Range<String.Index>? {
    let marks: Set<Character> = [",", ".", "<", ">"]
    var found: Range<String.Index>?
    var start = text.startIndex
    while let first = text[start...].firstIndex(where: {
      $0.isASCII && ($0.isNumber || $0 == "<" || $0 == ">")
    }) {
      var end =
        text[first...].firstIndex { !($0.isASCII && $0.isNumber) && !marks.contains($0) }
        ?? text.endIndex
      while end > first, ",.".contains(text[text.index(before: end)]) {
        end = text.index(before: end)
      }
      if found != nil { return nil }
      found = first..<end
      start = end
    }
    return found
  }
}

// MARK: - Files

extension WordFix {
  /// The fixes of a run by file, in the order of each file.
  ///
  /// A span that a loop or a batch prints for several groups may ask for several words: it is left alone.
  static func fixes(
    of diagnostics: [Diagnostic], in files: [String: SourceFile]
  ) -> [String: [WordFix]] {
    var fixes: [String: [WordFix]] = [:]
    for fix in Set(diagnostics.compactMap { WordFix(of: $0, in: files) }) {
      fixes[fix.file, default: []].append(fix)
    }
    return fixes.compactMapValues { fixes in
      let alone = fixes.filter { fix in
        !fixes.contains { $0 != fix && $0.bytes.overlaps(fix.bytes) }
      }
      return alone.isEmpty ? nil : alone.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }
    }
  }

  /// A file with its fixes; they must be in order and not overlap.
  static func apply(_ fixes: [WordFix], to file: SourceFile) -> SourceFile {
    var bytes: [UInt8] = []
    var position = 0
    for fix in fixes {
      bytes += file.bytes[position..<fix.bytes.lowerBound] + fix.words
      position = fix.bytes.upperBound
    }
    bytes += file.bytes[position...]
    return SourceFile(path: file.path, text: String(decoding: bytes, as: UTF8.self))
  }
}
