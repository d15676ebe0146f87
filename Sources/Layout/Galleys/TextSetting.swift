import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Typesetting

/// Sets inlines in a paragraph style, and turns what the typesetter refuses into diagnostics.
struct TextSetting {
  let style: StyleSheet
  /// Sets paragraphs, each of which comes up once.
  private let typesetter: any Typesetter
  /// Sets the words of charts, tables and running heads, which come up again and again.
  let words: RememberingTypesetter
  /// The charts of which the words are set.
  let charts = ChartForms()
  let language: String
  /// What is set for text that is known only when the pages are.
  var late = LateValues()

  init(style: StyleSheet, typesetter: any Typesetter, language: String) {
    self.style = style
    self.typesetter = typesetter
    words = RememberingTypesetter(typesetter)
    self.language = language
  }

  /// The text with what is set for its late parts. The mark of a footnote leads to the note.
  func resolved(_ text: [Inline]) -> [Inline] {
    guard text.contains(where: { $0.late != nil }) else { return text }
    return text.map { inline in
      guard let late = inline.late else { return inline }
      var inline = inline
      inline.text = self.late.text(for: late)
      if case .noteMark(let note) = late {
        // An asterisk stands high of itself.
        if style.notes.marks == .asterisks { inline.emphasis.remove(.superscript) }
        inline.link = .anchor(NoteCollection.anchor(of: note))
      }
      return inline
    }
  }

  /// The lines of words that may come up again: of a cell, a head, a label.
  ///
  /// What cannot be set comes back without lines, as a paragraph does.
  func lines(
    _ text: [Inline], in paragraph: ParagraphStyle, measure: Length, into log: inout DiagnosticLog,
    at range: SourceRange? = nil
  ) -> [TextLine] {
    lines(text, in: paragraph, measure: measure, with: words, into: &log, at: range)
  }

  /// The lines of a paragraph.
  ///
  /// A paragraph that cannot be set (a missing glyph) is reported and comes back without lines, so
  /// that the rest of the document is checked as well.
  func paragraphLines(
    _ text: [Inline], in paragraph: ParagraphStyle, measure: Length, into log: inout DiagnosticLog,
    at range: SourceRange? = nil
  ) -> [TextLine] {
    lines(text, in: paragraph, measure: measure, with: typesetter, into: &log, at: range)
  }

  private func lines(
    _ text: [Inline], in paragraph: ParagraphStyle, measure: Length,
    with typesetter: any Typesetter, into log: inout DiagnosticLog, at range: SourceRange?
  ) -> [TextLine] {
    let options = ParagraphOptions(
      alignment: Self.alignment(paragraph.alignment), isHyphenated: paragraph.isHyphenated)
    do {
      return try typesetter.lines(
        of: styled(text, in: paragraph), measure: measure, options: options)
    } catch {
      report(error, in: text, at: range, into: &log)
      return []
    }
  }

  /// One line, whatever its width; nil if it cannot be set, which is reported.
  func line(
    _ text: [Inline], in paragraph: ParagraphStyle, into log: inout DiagnosticLog,
    at range: SourceRange? = nil
  ) -> TextLine? {
    do {
      return try words.line(of: styled(text, in: paragraph))
    } catch {
      report(error, in: text, at: range, into: &log)
      return nil
    }
  }

  /// One line of text of one look; nil if it cannot be set, which is reported.
  func line(
    _ text: [Inline], look: TextStyle, into log: inout DiagnosticLog
  ) -> TextLine? {
    line(text, in: ParagraphStyle(text: look), into: &log)
  }

  /// Where the baseline of a line stands below the top of its leading.
  func baseline(in paragraph: ParagraphStyle, into log: inout DiagnosticLog) -> Length {
    do {
      let extents = try typesetter.extents(of: paragraph.text)
      return (paragraph.leading - extents.ascent - extents.descent) / 2 + extents.ascent
    } catch {
      report(error, in: [], at: nil, into: &log)
      return paragraph.leading
    }
  }

  private func styled(_ text: [Inline], in paragraph: ParagraphStyle) -> StyledText {
    var spans: [StyledText.Span] = []
    spans.reserveCapacity(text.count)
    for index in text.indices {
      spans.append(
        StyledText.Span(
          paragraph.isUppercase ? text[index].text.uppercased() : text[index].text,
          style: Self.look(of: text[index].emphasis, in: paragraph.text), tag: index))
    }
    return StyledText(spans, language: language)
  }

  /// The look of emphasised text: italic turned over, two weights heavier, raised at 0.62 em.
  static func look(of emphasis: Emphasis, in text: TextStyle) -> TextStyle {
    if emphasis.isEmpty { return text }
    var look = text
    if emphasis.contains(.emphasis) { look.isItalic.toggle() }
    if emphasis.contains(.strong) { look.weight = min(900, look.weight + 200) }
    if emphasis.contains(.superscript) {
      look.rise = look.rise + text.size * 0.34
      look.size = text.size * 0.62
    }
    return look
  }

  static func alignment(
    _ alignment: ParagraphStyle.Alignment
  ) -> ParagraphOptions.Alignment {
    switch alignment {
    case .left: .left
    case .right: .right
    case .centre: .centre
    case .justified: .justified
    }
  }

  func report(
    _ error: TypesettingError, in text: [Inline], at range: SourceRange?,
    into log: inout DiagnosticLog
  ) {
    switch error {
    case .missingGlyph(let scalar, let families, let tag):
      let place = text.indices.contains(tag) ? text[tag].place(of: scalar) ?? range : range
      log.report(.missingGlyph(scalar, families: families, at: place))
    case .unknownFamily(let family):
      log.report(.unknownFamily(family, at: nil))
    case .library(let reason):
      log.report(.shapingFailed(reason, at: range))
    }
  }
}

extension Inline {
  /// Where the source has a character of the text: its own place if the text stands there as it is
  /// on one line, else the place of the whole.
  func place(of scalar: Unicode.Scalar) -> SourceRange? {
    guard let range, range.start.line == range.end.line,
      range.end.column - range.start.column == text.unicodeScalars.count,
      let offset = Array(text.unicodeScalars).firstIndex(of: scalar)
    else { return self.range }
    let column = range.start.column + offset
    return SourceRange(
      file: range.file, start: SourcePosition(line: range.start.line, column: column),
      end: SourcePosition(line: range.start.line, column: column + 1))
  }
}
