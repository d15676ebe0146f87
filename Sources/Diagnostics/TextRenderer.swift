/// Writes diagnostics for people: `file:line:column: error: …`, the line, a caret, notes and fixes.
public struct TextRenderer: Sendable {
  private let sources: [String: SourceFile]

  /// Creates a renderer that can quote from the given files.
  public init(sources: [String: SourceFile] = [:]) {
    self.sources = sources
  }

  /// The text of one diagnostic, without a last newline.
  public func render(_ diagnostic: Diagnostic) -> String {
    var lines = [
      head(diagnostic.range, "\(diagnostic.severity.rawValue): \(diagnostic.summary)")
    ]
    if let range = diagnostic.range { lines += quote(range) }
    for note in diagnostic.notes {
      lines.append(head(note.range, "note: \(note.text)"))
      if let range = note.range { lines += quote(range) }
    }
    for fix in diagnostic.fixes { lines.append("  help: \(fix.text)") }
    return lines.joined(separator: "\n")
  }

  /// The text of several diagnostics, each ended by a newline.
  public func render(_ diagnostics: some Sequence<Diagnostic>) -> String {
    diagnostics.map { render($0) + "\n" }.joined()
  }

  private func head(_ range: SourceRange?, _ text: String) -> String {
    guard let range else { return "katern: \(text)" }
    return "\(range.file):\(range.start.line):\(range.start.column): \(text)"
  }

  private func quote(_ range: SourceRange) -> [String] {
    guard let source = sources[range.file] else { return [] }
    let line = source.line(range.start.line)
    if line.isEmpty { return [] }
    let scalars = Array(line.unicodeScalars)
    let start = min(range.start.column - 1, scalars.count)
    let end =
      range.end.line == range.start.line
      ? max(start + 1, min(range.end.column - 1, scalars.count)) : max(start + 1, scalars.count)
    let number = String(range.start.line)
    let gutter = String(repeating: " ", count: number.count)
    let indent = String(
      String.UnicodeScalarView(scalars[..<start].map { $0 == "\t" ? $0 : " " }))
    let caret = "^" + String(repeating: "~", count: end - start - 1)
    return [" \(number) | \(line)", " \(gutter) | \(indent)\(caret)"]
  }
}
