import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Typesetting

extension Galley {
  /// The strips of a paragraph: one for each line.
  func strips(
    of unit: ParagraphUnit, measure: Length, from start: Int, into log: inout DiagnosticLog,
    at range: SourceRange?
  ) -> [Strip] {
    let paragraph = fitting(unit, measure: measure, into: &log)
    let numberRoom: Length = unit.pageOf == nil ? 0 : paragraph.text.size * 3
    let width = measure - paragraph.indentLeft - paragraph.indentRight - numberRoom
    let whole = setting.resolved(unit.text)
    let text = start > 0 ? whole.dropping(scalars: start) : whole
    let lines = setting.paragraphLines(
      text, in: paragraph, measure: width, into: &log, at: range)
    let baseline = setting.baseline(in: paragraph, into: &log)
    var set = start
    var strips: [Strip] = []
    for (index, line) in lines.enumerated() {
      set += line.scalarCount
      if line.width > width + 0.5 {
        log.report(.overfullLine(by: line.width - width, at: text.first?.range ?? range))
      }
      var strip = Strip(height: paragraph.leading)
      strip.pieces = line.pieces(
        of: text, in: paragraph.text, element: unit.element, left: paragraph.indentLeft,
        baseline: baseline)
      strip.notes = line.notes(in: text)
      strip.boundary = boundary(above: index, of: lines.count, in: paragraph)
      // No word is divided over two pages.
      if index > 0, lines[index - 1].endsInHyphen { strip.boundary = max(strip.boundary, .kept) }
      strip.isOnGrid = paragraph.isOnGrid
      strip.scalarsSet = set
      strips.append(strip)
    }
    guard !strips.isEmpty else { return [] }
    strips[0].spaceBefore = paragraph.spaceBefore
    strips[strips.count - 1].spaceAfter = paragraph.spaceAfter
    if start == 0 { addMarker(of: unit, to: &strips[0], baseline: baseline, into: &log) }
    if let anchor = unit.pageOf {
      strips[strips.count - 1].pieces.append(
        pageNumber(of: anchor, in: unit, right: measure, baseline: baseline))
    }
    if let rule = paragraph.ruleAbove, start == 0 {
      addRule(rule, above: &strips[0], left: paragraph.indentLeft, width: width + numberRoom)
    }
    return strips
  }

  /// The style of a paragraph: as it is, or set smaller where it has a height that the paragraph would
  /// exceed.
  private func fitting(
    _ unit: ParagraphUnit, measure: Length, into log: inout DiagnosticLog
  ) -> ParagraphStyle {
    var usual = style.paragraph(unit.style)
    if unit.isHeading { usual.isHyphenated = false }
    guard let bound = usual.maxHeight else { return usual }
    let text = setting.resolved(unit.text)
    let width = measure - usual.indentLeft - usual.indentRight
    for percent in stride(from: 100.0, through: 50, by: -5) {
      var paragraph = usual
      paragraph.text.size = usual.text.size * (percent / 100)
      paragraph.text.tracking = usual.text.tracking * (percent / 100)
      paragraph.leading = usual.leading * (percent / 100)
      var trial = DiagnosticLog()
      let lines = setting.lines(text, in: paragraph, measure: width, into: &trial)
      let isWide = lines.contains { $0.width > width + 0.5 }
      if percent == 50 || !isWide && paragraph.leading * Double(lines.count) <= bound {
        return paragraph
      }
    }
    return usual
  }

  /// Widows and orphans as boundaries: which lines of a paragraph may open a page.
  private func boundary(
    above index: Int, of count: Int, in paragraph: ParagraphStyle
  ) -> Strip.Boundary {
    if index == 0 { return .free }
    if index < paragraph.orphans || count - index < paragraph.widows { return .kept }
    return paragraph.keepsTogether ? .together : .free
  }

  private func addMarker(
    of unit: ParagraphUnit, to strip: inout Strip, baseline: Length, into log: inout DiagnosticLog
  ) {
    guard let marker = unit.marker else { return }
    let paragraph = style.paragraph(unit.style)
    var text = setting.resolved([marker.text])
    text[0].link = nil
    guard let line = setting.line(text, in: paragraph, into: &log) else { return }
    let left = paragraph.indentLeft - marker.width
    let pieces = line.pieces(
      of: text, in: paragraph.text, element: marker.element, left: left, baseline: baseline)
    strip.pieces.insert(contentsOf: pieces, at: 0)
  }

  private func pageNumber(
    of anchor: String, in unit: ParagraphUnit, right: Length, baseline: Length
  ) -> StripPiece {
    let target = LinkTarget.anchor(anchor)
    let link = LinkPiece(number: 0, target: target, description: unit.text.plainText)
    return StripPiece(
      owner: .link(link, in: unit.element), marks: [], origin: .reference,
      bounds: Rect(x: right, y: baseline, width: 0, height: 0),
      late: LatePiece(
        text: .page(of: anchor), guess: "", look: style.paragraph(unit.style).text,
        place: .right(right), baseline: baseline))
  }

  private func addRule(
    _ rule: ParagraphStyle.Rule, above strip: inout Strip, left: Length, width: Length
  ) {
    let room = rule.width + rule.gap
    strip.move(x: 0, y: room)
    strip.height = strip.height + room
    let line = Rect(x: left, y: 0, width: rule.length ?? width, height: rule.width)
    strip.pieces.insert(.artifact(line, colour: style.colour(rule.colour)), at: 0)
  }
}

extension StripPiece {
  /// A filled rectangle that is no content.
  static func artifact(_ rect: Rect, colour: Colour) -> StripPiece {
    StripPiece(
      owner: .artifact, marks: [.path(PathMark(.rectangle(rect), fill: colour))], origin: .prose,
      bounds: rect)
  }
}

extension TextLine {
  /// How many Unicode scalars of the paragraph's text the line holds, hyphens added left out.
  var scalarCount: Int {
    var scalars = endsInHyphen ? -1 : 0
    for placed in runs {
      let bytes = placed.run.text.utf8.span
      for index in bytes.indices where bytes[index] & 0xC0 != 0x80 { scalars += 1 }
    }
    return scalars
  }
}

extension [Inline] {
  /// The text without its first scalars; what was set before a page ended.
  func dropping(scalars count: Int) -> [Inline] {
    var left = count
    return compactMap { inline in
      let scalars = inline.text.unicodeScalars
      if left >= scalars.count {
        left -= scalars.count
        return nil
      }
      var rest = inline
      rest.text = String(String.UnicodeScalarView(scalars.dropFirst(left)))
      left = 0
      return rest
    }
  }
}
