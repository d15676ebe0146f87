import Diagnostics

@testable import ReportSpec

/// Writes what was read in a form that fits on a line: `p(text "Een" 3:1-3:4 …)`.
enum SpecDump {
  static func place(_ range: SourceRange) -> String {
    let (start, end) = (range.start, range.end)
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  static func text(_ inlines: [SpecInline]) -> String {
    inlines.map { inline in
      let place = place(inline.range)
      return switch inline.content {
      case .text(let words): "'\(words)' \(place)"
      case .emphasis(let children): "em(\(text(children)))"
      case .strong(let children): "strong(\(text(children)))"
      case .link(let children, let address): "link(\(text(children))) → \(address)"
      case .code(let words): "code '\(words)' \(place)"
      case .lineBreak: "break"
      case .footnoteMark(let label): "note \(label) \(place)"
      case .bound(let words, let query):
        "bound(\(text(words))){\(query.text) \(Self.place(query.range))} \(place)"
      case .pageReference(let words, let anchor):
        "page(\(text(words))){#\(anchor.text) \(Self.place(anchor.range))} \(place)"
      case .fill(let query): "fill{\(query.text) \(Self.place(query.range))} \(place)"
      }
    }.joined(separator: " ")
  }

  static func text(_ blocks: [SpecBlock]) -> String {
    blocks.map { block in
      let line = block.range.start.line
      return switch block.content {
      case .heading(let level, let inlines, _): "h\(level)@\(line)(\(text(inlines)))"
      case .paragraph(let inlines): "p@\(line)(\(text(inlines)))"
      case .list(let list):
        "\(list.isOrdered ? "ol" : "ul")@\(line)("
          + list.items.map { text($0.blocks) }.joined(separator: "; ") + ")"
      case .table(let table):
        "table@\(line)("
          + ([table.header] + table.rows).map { row in
            row.map { text($0) }.joined(separator: " | ")
          }.joined(separator: "; ") + ")"
      case .quote(let blocks): "quote@\(line)(\(text(blocks)))"
      case .container(let container, let blocks):
        "\(name(container))@\(line)(\(text(blocks)))"
      case .chart: "chart@\(line)"
      case .keyFigures: "key-figures@\(line)"
      case .response: "response@\(line)"
      case .methodology: "methodology@\(line)"
      case .resultTable: "result-table@\(line)"
      case .straightCounts: "straight-counts@\(line)"
      case .image(let image): "image@\(line)(\(image.file.text))"
      case .quotes: "quotes@\(line)"
      case .keywords: "keywords@\(line)"
      case .topList: "toplist@\(line)"
      case .themes(let spec): "themes@\(line)(\(spec.themes.map(\.answer.text)))"
      case .address: "address@\(line)"
      case .signOff(let spec): "sign-off@\(line)(\(spec.signatories.map(\.name.text)))"
      case .colophon: "colophon@\(line)"
      }
    }.joined(separator: " ")
  }

  private static func name(_ container: SpecContainer) -> String {
    switch container {
    case .columns(let count): "columns \(count)"
    case .callout: "callout"
    case .bubble: "bubble"
    case .together: "together"
    case .apart: "together else apart"
    case .page: "page"
    case .wide: "wide"
    case .beside: "beside"
    case .eachSegment(let breakdown): "each \(breakdown.text)"
    case .eachItem(let question): "each item of \(question.text)"
    case .unbound(let reason): "unbound \(reason.text)"
    case .only(let segments): "only \(segments.map(\.text).joined(separator: " "))"
    }
  }

  /// Every text with its place.
  static func words(_ blocks: [SpecBlock]) -> [(String, SourceRange)] {
    blocks.flatMap { block -> [(String, SourceRange)] in
      switch block.content {
      case .heading(_, let inlines, _), .paragraph(let inlines): words(inlines)
      case .list(let list): list.items.flatMap { words($0.blocks) }
      case .table(let table): (table.header + table.rows.joined()).flatMap { words($0) }
      case .quote(let blocks), .container(_, let blocks): words(blocks)
      default: []
      }
    }
  }

  private static func words(_ inlines: [SpecInline]) -> [(String, SourceRange)] {
    inlines.flatMap { inline -> [(String, SourceRange)] in
      switch inline.content {
      case .text(let words): [(words, inline.range)]
      case .emphasis(let children), .strong(let children), .link(let children, _),
        .bound(let children, _):
        words(children)
      default: []
      }
    }
  }

  /// The blocks of a chapter whose text begins on the fourth line.
  static func chapter(_ text: String) -> (Chapter, [Diagnostic]) {
    var log = DiagnosticLog()
    let file = SourceFile(path: "c.md", text: "---\ntitle: T\n---\n" + text)
    let chapter = ChapterReader.read(file, into: &log)
    return (chapter, log.sorted)
  }
}
