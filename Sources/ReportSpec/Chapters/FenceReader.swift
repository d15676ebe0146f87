import Diagnostics
import LocatedYAML

/// Reads the body of a fenced block.
enum FenceReader {
  /// The kinds of block, in the order of the documentation.
  static let kinds = [
    "chart", "table", "key-figures", "response", "methodology", "straight-counts", "image",
    "quotes", "toplist", "themes", "keywords",
    "address", "sign-off", "colophon",
  ]

  /// Reads a block; nil after a fault that was reported.
  ///
  /// - Parameters:
  ///   - information: What stands behind the opening fence: the kind.
  ///   - file: The chapter.
  ///   - body: The bytes between the fences.
  ///   - range: The opening line.
  ///   - log: Receives what is wrong.
  static func read(
    information: String, file: SourceFile, body: Range<Int>, at range: SourceRange,
    into log: inout DiagnosticLog
  ) -> SpecBlock.Content? {
    let words = information.split { $0 == " " || $0 == "\t" }.map(String.init)
    guard words.count == 1, let kind = words.first, kinds.contains(kind) else {
      log.report(.unknownBlock(words.joined(separator: " "), known: kinds, at: range))
      return nil
    }
    guard var value = LocatedYAML.parse(file, bytes: body, into: &log) else { return nil }
    if value.isNothing { value = YAMLValue(.mapping([]), at: range) }
    if kind == "key-figures" { return keyFigures(value, at: range, into: &log) }
    if kind == "image" {
      return value.mapping("an image block", into: &log) { keys in image(&keys) } ?? nil
    }
    return value.mapping("a \(kind) block", into: &log) { keys in
      switch kind {
      case "chart": .chart(chart(&keys))
      case "table": .resultTable(table(&keys))
      case "response": .response(response(&keys))
      case "methodology": .methodology(methodology(&keys))
      case "quotes": .quotes(quotes(&keys))
      case "keywords": .keywords(keywords(&keys))
      case "toplist": .topList(topList(&keys))
      case "themes": .themes(themes(&keys))
      case "address": .address(ContactReader.address(&keys))
      case "sign-off": .signOff(ContactReader.signOff(&keys))
      case "straight-counts": .straightCounts(straightCounts(&keys))
      default: .colophon(ColophonSpec(text: keys.paragraphs("text")))
      }
    }
  }

  private static func chart(_ keys: inout MappingReader) -> ChartSpec {
    ChartSpec(
      selection: selection(&keys), kind: keys.choice("type"), title: keys.inlines("title"),
      subtitle: keys.inlines("subtitle"), note: keys.inlines("note"), order: keys.choice("order"),
      reference: keys.text("reference"), net: keys.text("net"),
      significance: keys.flag("significance"), whiskers: keys.flag("whiskers"),
      table: keys.flag("table"),
      condition: condition(&keys))
  }

  private static func table(_ keys: inout MappingReader) -> TableSpec {
    TableSpec(
      selection: selection(&keys), title: keys.inlines("title"), note: keys.inlines("note"),
      condition: condition(&keys))
  }

  private static func response(_ keys: inout MappingReader) -> ResponseSpec {
    let columns: [Located<ResponseSpec.Column>]? = keys.choices("columns")
    return ResponseSpec(
      by: keys.text("by"), segments: keys.texts("segments"), wave: keys.text("wave"),
      columns: columns ?? [.invited, .responded, .rate].map { Located($0, at: keys.range) },
      title: keys.inlines("title"), note: keys.inlines("note"))
  }

  private static func methodology(_ keys: inout MappingReader) -> MethodologySpec {
    let parts: [Located<MethodologySpec.Part>]? = keys.choices("show")
    return MethodologySpec(
      parts: parts ?? MethodologySpec.Part.allCases.map { Located($0, at: keys.range) },
      by: keys.text("by"), title: keys.inlines("title"), note: keys.inlines("note"))
  }

  private static func straightCounts(_ keys: inout MappingReader) -> StraightCountsSpec {
    StraightCountsSpec(
      questions: keys.texts("questions"), by: keys.text("by"), segments: keys.texts("segments"),
      waves: keys.texts("waves"), show: keys.choice("show"))
  }

  private static func image(_ keys: inout MappingReader) -> SpecBlock.Content? {
    let file = keys.text("file", .required)
    let alternativeText = keys.text("alt", .required)
    let caption = keys.inlines("caption")
    let source = keys.inlines("source")
    let width = width(&keys)
    if let alternativeText, alternativeText.text.allSatisfy(\.isWhitespace) {
      keys.report(.emptyAlternativeText(at: alternativeText.range))
    }
    guard let file, let alternativeText else { return nil }
    return .image(
      ImageSpec(
        file: file, alternativeText: alternativeText, caption: caption, source: source,
        width: width))
  }

  /// A width in percent of the measure.
  private static func width(_ keys: inout MappingReader) -> Double {
    guard let text = keys.text("width") else { return 1 }
    guard text.text.hasSuffix("%"), let percent = Double(text.text.dropLast()), percent > 0,
      percent <= 100
    else {
      keys.report(.pictureWidth(text.text, at: text.range))
      return 1
    }
    return percent / 100
  }

  private static func selection(_ keys: inout MappingReader) -> ResultSelection {
    ResultSelection(
      question: keys.text("question"), by: keys.text("by"), segments: keys.texts("segments"),
      waves: keys.texts("waves"), categories: keys.texts("categories"),
      items: keys.texts("items"))
  }

  private static func condition(_ keys: inout MappingReader) -> BlockCondition {
    BlockCondition(when: keys.choice("when"), otherwise: keys.inlines("else"))
  }

  private static func keyFigures(
    _ value: YAMLValue, at range: SourceRange, into log: inout DiagnosticLog
  ) -> SpecBlock.Content? {
    guard case .sequence(let items) = value.content, !items.isEmpty else {
      log.report(.emptyKeyFigures(at: range))
      return nil
    }
    var figures: [KeyFiguresSpec.Figure] = []
    for item in items {
      _ = item.mapping("a key figure", into: &log) { keys in
        let value = keys.query("value", .required)
        let label = keys.inlines("label", .required)
        let colour = keys.text("colour")
        guard let value, let label else { return }
        figures.append(.init(value: value, label: label, colour: colour, range: keys.range))
      }
    }
    return figures.isEmpty ? nil : .keyFigures(KeyFiguresSpec(figures: figures))
  }
}

extension MappingReader {
  /// A text read as inline Markdown.
  mutating func inlines(_ key: String, _ presence: Presence = .optional) -> [SpecInline]? {
    guard let text = text(key, presence) else { return nil }
    var log = DiagnosticLog()
    let inlines = InlineText.read(text, into: &log)
    for diagnostic in log.diagnostics { report(diagnostic) }
    return inlines
  }

  /// A list of paragraphs of inline Markdown; a lone text is one paragraph.
  fileprivate mutating func paragraphs(_ key: String) -> [[SpecInline]] {
    var log = DiagnosticLog()
    let paragraphs = (texts(key) ?? []).map { InlineText.read($0, into: &log) }
    for diagnostic in log.diagnostics { report(diagnostic) }
    return paragraphs
  }

  /// A query; braces around it, as it would have in a sentence, are taken off.
  fileprivate mutating func query(_ key: String, _ presence: Presence) -> SpecQuery? {
    guard var text = text(key, presence) else { return nil }
    if text.text.hasPrefix("{{"), text.text.hasSuffix("}}"), text.text.utf8.count >= 4 {
      text = text.slice(ofUTF8: 2..<text.text.utf8.count - 2)
    }
    let bytes = Array(text.text.utf8)
    let lower = bytes.prefix { $0 == 0x20 || $0 == 0x0A }.count
    let upper = bytes.count - bytes.reversed().prefix { $0 == 0x20 || $0 == 0x0A }.count
    if lower > 0 || upper < bytes.count {
      text = text.slice(ofUTF8: min(lower, upper)..<upper)
    }
    if text.text.isEmpty {
      report(.emptyQuery(at: text.range))
      return nil
    }
    return SpecQuery(text)
  }

  /// A list of names of an enumeration; nil if the key is absent.
  fileprivate mutating func choices<Choice>(_ key: String) -> [Located<Choice>]?
  where Choice: CaseIterable & RawRepresentable<String> {
    guard let texts = texts(key) else { return nil }
    var result: [Located<Choice>] = []
    for text in texts {
      if let choice = Choice(rawValue: text.text) {
        result.append(Located(choice, at: text.range))
      } else {
        let known = Choice.allCases.map(\.rawValue)
        report(.unknownName(text.text, of: key, known: known, at: text.range))
      }
    }
    return result
  }
}
