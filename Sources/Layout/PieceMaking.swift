import Diagnostics
import DocumentTree
import Drawing
import Typesetting

extension TextLine {
  /// The pieces of a line: neighbouring runs of the same inline origin and link stand together.
  ///
  /// - Parameters:
  ///   - text: the inlines that the line was set from; the runs' tags are their indices.
  ///   - element: the structure element that the text belongs to.
  ///   - left: the left edge of the measure, relative to the strip.
  ///   - baseline: the baseline, relative to the strip.
  func pieces(
    of text: [Inline], element: Int, left: Length, baseline: Length
  ) -> [StripPiece] {
    var pieces: [StripPiece] = []
    // The space at a line's end is drawn, so that text extracts right, and takes no room.
    let inkEnd = left + (runs.first?.x ?? 0) + width
    for placed in runs {
      let inline = text.indices.contains(placed.tag) ? text[placed.tag] : Inline("")
      let origin = Point(x: left + placed.x, y: baseline - placed.rise)
      let mark = Mark.glyphs(GlyphMark(placed.run, at: origin, colour: placed.colour))
      let bounds = Rect(
        x: origin.x, y: baseline - ascent,
        width: max(0, min(placed.run.width, inkEnd - origin.x)), height: ascent + descent)
      let owner = Self.owner(of: placed.tag, in: text, element: element)
      if var last = pieces.last, last.owner == owner, last.origin == inline.origin {
        last.marks.append(mark)
        last.bounds = last.bounds.union(bounds)
        pieces[pieces.count - 1] = last
      } else {
        pieces.append(
          StripPiece(
            owner: owner, marks: [mark], origin: inline.origin, bounds: bounds,
            range: inline.range))
      }
    }
    return pieces
  }

  private static func owner(of tag: Int, in text: [Inline], element: Int) -> StripPiece.Owner {
    guard text.indices.contains(tag), let target = text[tag].link else { return .element(element) }
    // The parts of one link follow one another: its number is that of its first part.
    var first = tag
    while first > 0, text[first - 1].link == target { first -= 1 }
    var description = ""
    for inline in text[first...].prefix(while: { $0.link == target }) {
      description += inline.text
    }
    return .link(
      LinkPiece(number: first, target: target, description: description), in: element)
  }
}
