import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Typesetting

extension Galley {
  /// The strip of a row of key figures: equal columns, each a large number above its words.
  func strips(
    of figures: [KeyFigure], elements: [(value: Int, label: Int)], measure: Length,
    into log: inout DiagnosticLog
  ) -> [Strip] {
    guard !figures.isEmpty else { return [] }
    let gap = style.baseline * 1.25
    let count = Double(figures.count)
    let width = (measure - gap * (count - 1)) / count
    var strip = Strip(height: 0, spaceBefore: style.baseline / 2, spaceAfter: style.baseline)
    for (index, figure) in figures.enumerated() {
      let left = (width + gap) * Double(index)
      let column = self.column(
        figure, elements: elements[index], left: left, width: width, into: &log)
      strip.pieces += column.pieces
      strip.notes += column.notes
      strip.height = max(strip.height, column.height)
    }
    return [strip]
  }

  private func column(
    _ figure: KeyFigure, elements: (value: Int, label: Int), left: Length, width: Length,
    into log: inout DiagnosticLog
  ) -> Strip {
    var value = style.paragraph("key-value")
    if let colour = figure.colour { value.text.colour = style.colour(colour) }
    let label = style.paragraph("key-label")
    let bar = Rect(x: left, y: 0, width: width, height: 2)
    var strip = Strip(height: 0)
    strip.pieces = [.artifact(bar, colour: value.text.colour)]
    var y: Length = 2 + style.baseline / 2
    let parts = [(figure.value, value, elements.value), (figure.label, label, elements.label)]
    for (written, paragraph, element) in parts {
      let text = setting.resolved(written)
      let baseline = setting.baseline(in: paragraph, into: &log)
      for line in setting.lines(text, in: paragraph, measure: width, into: &log) {
        if line.width > width + 0.5 {
          log.report(.overfullLine(by: line.width - width, at: text.first?.range))
        }
        strip.pieces += line.pieces(
          of: text, in: paragraph.text, element: element, left: left, baseline: y + baseline)
        strip.notes += line.notes(in: text)
        y = y + paragraph.leading
      }
      y = y + paragraph.spaceAfter
    }
    strip.height = y
    return strip
  }
}
