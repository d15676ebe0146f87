import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Typesetting

extension Galley {
  /// The strips of contents as tiles: one for each row.
  func strips(
    of tiles: [TileUnit], measure: Length, into log: inout DiagnosticLog
  ) -> [Strip] {
    let look = style.tiles ?? TileStyle()
    let width = (measure - look.gap * Double(look.columns - 1)) / Double(look.columns)
    return stride(from: 0, to: tiles.count, by: look.columns).map { start in
      let row = tiles[start..<min(start + look.columns, tiles.count)].map { tile in
        (tile, words(of: tile, in: look, width: width, into: &log))
      }
      let height = row.reduce(look.height) { max($0, $1.1.height) }
      var strip = Strip(height: height, spaceBefore: look.gap, spaceAfter: look.gap)
      for (index, (tile, words)) in row.enumerated() {
        let area = Rect(
          x: (width + look.gap) * Double(index), y: 0, width: width, height: height)
        let paint = paint(of: tile, in: look)
        strip.pieces.append(.artifact(area, colour: style.colour(paint.ground)))
        let inner = words.pieces + [page(of: tile, in: look, on: area, into: &log)]
        strip.pieces += inner.enumerated().map { position, piece in
          var piece = piece
          // The page stands in its place already.
          if position < words.pieces.count { piece.move(x: area.left, y: 0) }
          piece.owner = .link(tile.link, in: tile.element)
          piece.linkArea = area
          return piece
        }
      }
      return strip
    }
  }

  private func paint(of tile: TileUnit, in look: TileStyle) -> TileStyle.Paint {
    tile.number == nil ? look.others : look.numbered
  }

  /// Number and title, from the tile's top-left corner, and the height that the tile needs.
  private func words(
    of tile: TileUnit, in look: TileStyle, width: Length, into log: inout DiagnosticLog
  ) -> Strip {
    let paint = paint(of: tile, in: look)
    let measure = width - look.padding * 2
    var words = Strip(height: look.padding)
    let number = tile.number.map { Inline($0, origin: .structural) }
    for (text, name, colour) in [
      (number, "tile-number", paint.number), (Inline(tile.title), "tile-title", paint.ink),
    ] {
      guard let text else { continue }
      var paragraph = style.paragraph(name)
      paragraph.text.colour = style.colour(colour)
      let baseline = setting.baseline(in: paragraph, into: &log)
      for line in setting.lines([text], in: paragraph, measure: measure, into: &log) {
        if line.width > measure + 0.5 {
          log.report(.overfullLine(by: line.width - measure, at: tile.range))
        }
        words.pieces += line.pieces(
          of: [text], in: paragraph.text, element: tile.element, left: look.padding,
          baseline: words.height + baseline)
        words.height = words.height + paragraph.leading
      }
      words.height = words.height + paragraph.spaceAfter
    }
    words.height = words.height + style.paragraph("tile-page").leading + look.padding
    return words
  }

  /// The number of the chapter's page, in the bottom-right corner: it is filled in later.
  private func page(
    of tile: TileUnit, in look: TileStyle, on area: Rect, into log: inout DiagnosticLog
  ) -> StripPiece {
    var paragraph = style.paragraph("tile-page")
    paragraph.text.colour = style.colour(paint(of: tile, in: look).ink)
    let baseline = setting.baseline(in: paragraph, into: &log)
    let bottom = area.bottom - look.padding
    let right = area.right - look.padding
    return StripPiece(
      owner: .element(tile.element), marks: [], origin: .reference,
      bounds: Rect(x: right, y: bottom - paragraph.leading, width: 0, height: paragraph.leading),
      late: LatePiece(
        text: .page(of: tile.anchor), guess: "", look: paragraph.text, place: .right(right),
        baseline: bottom - paragraph.leading + baseline))
  }
}
