import Diagnostics
import Drawing

/// Reads the pictures that the chapters of a report name.
enum PictureReader {
  /// The most bytes that a picture may have.
  static let sizeBound = 32_000_000
  /// The most pixels that a picture may have: an A3 page at 300 dots per inch has 17 million.
  static let pixelBound = 50_000_000

  /// Reads the pictures of a chapter into its blocks; faults stand at the names of the files.
  static func read(
    into chapter: inout Chapter, library: SourceLibrary, log: inout DiagnosticLog
  ) {
    read(into: &chapter.blocks, library: library, log: &log)
    for index in chapter.footnotes.indices {
      read(into: &chapter.footnotes[index].blocks, library: library, log: &log)
    }
  }

  private static func read(
    into blocks: inout [SpecBlock], library: SourceLibrary, log: inout DiagnosticLog
  ) {
    for index in blocks.indices {
      switch blocks[index].content {
      case .image(var spec):
        spec.picture = picture(spec.file, library: library, into: &log)
        blocks[index].content = .image(spec)
      case .container(let container, var inner):
        read(into: &inner, library: library, log: &log)
        blocks[index].content = .container(container, inner)
      case .quote(var inner):
        read(into: &inner, library: library, log: &log)
        blocks[index].content = .quote(inner)
      case .list(var list):
        for item in list.items.indices {
          read(into: &list.items[item].blocks, library: library, log: &log)
        }
        blocks[index].content = .list(list)
      default: break
      }
    }
  }

  private static func picture(
    _ file: LocatedText, library: SourceLibrary, into log: inout DiagnosticLog
  ) -> Picture? {
    guard
      let bytes = library.readBytes(file.text, bound: sizeBound, at: file.range, into: &log)
    else { return nil }
    do throws(PictureHeader.Fault) {
      let header = try PictureHeader(bytes)
      guard header.width <= pixelBound / header.height else {
        log.report(
          .pictureTooLarge(
            file.text, width: header.width, height: header.height, bound: pixelBound,
            at: file.range))
        return nil
      }
      return Picture(
        name: file.text, format: header.format, bytes: bytes, width: header.width,
        height: header.height)
    } catch {
      log.report(.unusablePicture(file.text, error, at: file.range))
      return nil
    }
  }
}
