import Diagnostics

/// Inline Markdown in a value of YAML: titles, leads, labels, notes.
enum InlineText {
  /// How many bytes go before the text.
  static let shift = 2
  /// The first of them; it cannot stand in a source.
  static let sentinel: UInt8 = 0x03

  /// The most bytes that a text may have.
  static let sizeBound = 16_384

  /// Reads one paragraph of inline Markdown; line ends are blanks.
  static func read(_ text: LocatedText, into log: inout DiagnosticLog) -> [SpecInline] {
    if text.text.utf8.count > sizeBound {
      log.report(.longText(sizeBound, at: text.range))
      return []
    }
    let scanner = MarkdownScanner(text: text)
    log.append(scanner.log)
    let (root, isTooDeep) = CommonMark.parse(scanner.source.bytes)
    if isTooDeep { log.report(.tooDeep(at: text.range)) }
    var builder = InlineBuilder(source: scanner.source, start: shift)
    var inlines: [SpecInline] = []
    for paragraph in root.children where paragraph.kind == .paragraph {
      builder.enter(0..<scanner.source.bytes.count)
      inlines += builder.inlines(paragraph.children)
    }
    builder.reportStrayQueries()
    log.append(builder.log)
    return inlines
  }
}
