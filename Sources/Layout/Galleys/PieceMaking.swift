import Diagnostics
import DocumentTree
import Drawing
import Typesetting

extension TextLine {
  /// The pieces of a line: neighbouring runs of the same inline origin and link stand together.
  ///
  /// - Parameters:
  ///   - text: the inlines that the line was set from; the runs' tags are their indices.
  ///   - look: the look of the paragraph's text.
  ///   - element: the structure element that the text belongs to.
  ///   - left: the left edge of the measure, relative to the strip.
  ///   - baseline: the baseline, relative to the strip.
  func pieces(
    of text: [Inline], in look: TextStyle, element: Int, left: Length, baseline: Length
  ) -> [StripPiece] {
    var pieces: [StripPiece] = []
    // The space at a line's end is drawn, so that text extracts right, and takes no room.
    let inkEnd = left + (runs.first?.x ?? 0) + width
    for placed in runs {
      let origin = Point(x: left + placed.x, y: baseline - placed.rise)
      let mark = Mark.glyphs(GlyphMark(placed.run, at: origin, colour: placed.colour))
      let bounds = Rect(
        x: origin.x, y: baseline - ascent,
        width: max(0, min(placed.run.width, inkEnd - origin.x)), height: ascent + descent)
      let owner = Self.owner(of: placed.tag, in: text, element: element)
      let isKnown = text.indices.contains(placed.tag)
      let source = isKnown ? text[placed.tag].origin : .prose
      let late = isKnown ? text[placed.tag].late : nil
      if late == nil, let last = pieces.indices.last, pieces[last].late == nil,
        pieces[last].origin == source, pieces[last].owner == owner
      {
        pieces[last].marks.append(mark)
        pieces[last].bounds = pieces[last].bounds.union(bounds)
        continue
      }
      var piece = StripPiece(
        owner: owner, marks: [mark], origin: source, bounds: bounds,
        range: isKnown ? text[placed.tag].range : nil)
      if let late {
        piece.late = LatePiece(
          text: late, guess: text[placed.tag].text,
          look: TextSetting.look(of: text[placed.tag].emphasis, in: look),
          place: .left(left + placed.x, width: placed.run.width), baseline: baseline)
      }
      pieces.append(piece)
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
    var link = LinkPiece(number: first, target: target, description: description)
    if case .noteMark = text[tag].late { link.isNoteMark = true }
    return .link(link, in: element)
  }

  /// The footnotes that have a mark on the line, in order.
  func notes(in text: [Inline]) -> [Int] {
    runs.compactMap { placed in
      guard text.indices.contains(placed.tag), case .noteMark(let note) = text[placed.tag].late
      else { return nil }
      return note
    }
  }
}
