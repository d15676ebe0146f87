import Diagnostics
import LocatedYAML

/// The blocks of open answers.
extension FenceReader {
  static func quotes(_ keys: inout MappingReader) -> QuotesSpec {
    QuotesSpec(
      question: keys.text("question"), answer: keys.text("answer"), segment: keys.text("for"),
      wave: keys.text("wave"), title: keys.inlines("title"), limit: keys.positive("limit"))
  }

  static func keywords(_ keys: inout MappingReader) -> KeywordsSpec {
    KeywordsSpec(
      question: keys.text("question"), segment: keys.text("for"), title: keys.inlines("title"))
  }

  static func topList(_ keys: inout MappingReader) -> TopListSpec {
    TopListSpec(
      question: keys.text("question"), by: keys.text("by"), segments: keys.texts("segments"),
      wave: keys.text("wave"), count: keys.positive("count"), title: keys.inlines("title"),
      shape: keys.choice("as"))
  }

  static func themes(_ keys: inout MappingReader) -> ThemesSpec {
    let question = keys.text("question")
    let segment = keys.text("for")
    let lead = keys.inlines("lead")
    var themes: [ThemesSpec.Theme] = []
    for entry in keys.named("themes") ?? [] {
      guard case .scalar(let scalar) = entry.value.content, !scalar.isNothing else {
        keys.report(.themeWithoutText(entry.key.text, at: entry.key.range))
        continue
      }
      var log = DiagnosticLog()
      themes.append(.init(answer: entry.key, text: InlineText.read(scalar.text, into: &log)))
      for diagnostic in log.diagnostics { keys.report(diagnostic) }
    }
    return ThemesSpec(
      question: question, segment: segment, lead: lead, themes: themes,
      approvedBy: keys.text("approved-by"))
  }
}

extension MappingReader {
  /// A whole number from 1 to 1,000; nil if the key is absent, and after a fault.
  mutating func positive(_ key: String) -> Located<Int>? {
    guard let number = wholeNumber(key) else { return nil }
    if (1...1000).contains(number.value) { return number }
    report(.outOfRange(key, 1...1000, at: number.range))
    return nil
  }
}
