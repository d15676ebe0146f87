import Diagnostics
import DocumentTree
import Drawing
import HouseStyle

extension Galley {
  /// The fewest pixels an inch that a printed picture should have.
  static let coarseResolution = 150.0

  /// The strip of a picture: its width is a share of the measure, its height follows.
  func strip(
    of picture: CaptionedPicture, element: Int, measure: Length, into log: inout DiagnosticLog,
    at range: SourceRange?
  ) -> Strip {
    let pixels = picture.picture
    var width = measure * picture.width
    var height = width * (Double(pixels.height) / Double(pixels.width))
    // A picture that is higher than a page's text is made narrower.
    let bound = style.pageSize.height * 0.6
    if height > bound {
      width = width * bound.ratio(to: height)
      height = bound
    }
    let resolution = Double(pixels.width) / (width.points / 72)
    if resolution < Self.coarseResolution {
      log.report(.coarsePicture(pixels.name, dotsPerInch: Int(resolution), at: range))
    }
    let frame = Rect(x: 0, y: 0, width: width, height: height)
    let piece = StripPiece(
      owner: .element(element), marks: [.picture(PictureMark(pixels, in: frame))], origin: .label,
      bounds: frame, range: range)
    let gap = style.baseline / 2
    return Strip(height: height, pieces: [piece], spaceBefore: gap, spaceAfter: gap)
  }
}
