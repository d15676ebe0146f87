import CCairo
import CTurboJPEG
import Drawing
import PageModel

/// Writes the pictures of a document: a JPEG as its own bytes, a PNG as pixels with a mask if it has
/// transparent parts. A picture that stands on several pages is written once.
struct PictureWriter {
  let pdf: PDFFile

  /// The pictures of a document in the order in which they first stand on a page.
  static func pictures(of document: PagedDocument) -> [Picture] {
    var known: Set<Picture> = []
    var pictures: [Picture] = []
    for page in document.pages {
      for item in page.items {
        for case .picture(let mark) in item.marks where known.insert(mark.picture).inserted {
          pictures.append(mark.picture)
        }
      }
    }
    return pictures
  }

  /// Writes a picture.
  ///
  /// - Throws: `DrawingError.picture` if its pixels cannot be decoded.
  func write(_ picture: Picture) throws(DrawingError) -> PDFFile.Object {
    // A JPEG is decoded too: a damaged one must not go into a file unseen.
    let pixels = try CairoPicture(picture)
    if picture.format == .jpeg {
      let space = try Self.colourSpace(of: picture)
      return pdf.stream(picture.bytes, isDeflated: false) { entries in
        Self.describe(picture, space: space, into: &entries)
        entries.add("/Filter/DCTDecode")
      }
    }
    let (colours, alpha) = pixels.samples()
    let mask = alpha.map { alpha in
      pdf.stream(alpha) { Self.describe(picture, space: "DeviceGray", into: &$0) }
    }
    return pdf.stream(colours) { entries in
      Self.describe(picture, space: "DeviceRGB", into: &entries)
      if let mask {
        entries.add("/SMask ")
        entries.reference(mask)
      }
    }
  }

  private static func describe(
    _ picture: Picture, space: String, into entries: inout PDFSyntax
  ) {
    entries.add(text: "/Type/XObject/Subtype/Image/Width \(picture.width)/Height \(picture.height)")
    entries.add(text: "/BitsPerComponent 8/ColorSpace/\(space)")
  }

  private static func colourSpace(of picture: Picture) throws(DrawingError) -> String {
    guard let decoder = unsafe tjInitDecompress() else {
      throw .picture(name: picture.name, message: "no memory")
    }
    defer { unsafe tjDestroy(decoder) }
    var (width, height, sampling, space): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    let result = unsafe tjDecompressHeader3(
      decoder, picture.bytes, UInt(picture.bytes.count), &width, &height, &sampling, &space)
    guard result == 0 else { throw .picture(name: picture.name, message: "its header is damaged") }
    switch UInt32(space) {
    case TJCS_GRAY.rawValue: return "DeviceGray"
    case TJCS_CMYK.rawValue, TJCS_YCCK.rawValue:
      throw .picture(name: picture.name, message: "it has the colours of a printing press, not RGB")
    default: return "DeviceRGB"
    }
  }
}
