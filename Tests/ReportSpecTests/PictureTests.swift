import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ReportSpec

@Suite struct PictureTests {
  private static let head = """
    title: T
    language: nl-NL
    chapters: [c.md]
    editions: {report: {layout: rapport}}
    """

  /// Reads a report of one image block, with the pictures beside it.
  private func read(_ block: String) throws -> (ImageSpec?, [String]) {
    let folder = try ScratchFolder([
      "report.yaml": Self.head, "c.md": "---\ntitle: T\n---\n```image\n\(block)\n```\n",
      "not.png": "words",
    ])
    let damaged = SamplePictures.png.dropLast(20)
    for (name, bytes) in [
      ("halves.png", SamplePictures.png[...]), ("red.jpg", SamplePictures.jpeg[...]),
      ("press.jpg", SamplePictures.pressJPEG[...]), ("damaged.png", damaged),
      ("cut.jpg", SamplePictures.jpeg.prefix(200)),
    ] {
      try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/" + name))
    }
    let (report, faults) = folder.read()
    guard case .image(let image)? = report?.chapters.first?.blocks.first?.content else {
      return (nil, faults.map(\.id))
    }
    return (image, faults.map(\.id))
  }

  @Test func aPictureIsReadWithItsSize() throws {
    let (png, none) = try read(
      "file: halves.png\nalt: Twee vlakken\nwidth: 60%\ncaption: Vlakken\nsource: Wij")
    #expect(none == [])
    #expect(png?.picture == SamplePictures.halves)
    #expect(png?.width == 0.6)
    #expect(png?.alternativeText.text == "Twee vlakken")
    let (jpeg, faults) = try read("file: red.jpg\nalt: Een rood vlak")
    #expect(faults == [])
    #expect(jpeg?.picture == SamplePictures.red)
    #expect(jpeg?.width == 1)
  }

  @Test(arguments: [
    ("file: halves.png", "missing-key"),
    ("alt: niets", "missing-key"),
    ("file: halves.png\nalt: ' '", "empty-alternative-text"),
    ("file: halves.pgn\nalt: x", "missing-file"),
    ("file: ../halves.png\nalt: x", "outside-folder"),
    ("file: /etc/passwd\nalt: x", "outside-folder"),
    ("file: not.png\nalt: x", "unusable-picture"),
    ("file: damaged.png\nalt: x", "unusable-picture"),
    ("file: cut.jpg\nalt: x", "unusable-picture"),
    ("file: press.jpg\nalt: x", "unusable-picture"),
    ("file: halves.png\nalt: x\nwidth: 120%", "picture-width"),
    ("file: halves.png\nalt: x\nwidth: 4cm", "picture-width"),
    ("file: halves.png\nalt: x\nheight: 4cm", "unknown-key"),
  ])
  func aFaultIsReported(block: String, id: String) throws {
    #expect(try read(block).1 == [id])
  }

  /// No cut and no flipped byte of a picture file makes the reader trap or loop.
  @Test func damagedHeadersNeverTrap() {
    for whole in [SamplePictures.png, SamplePictures.jpeg] {
      for length in 0..<whole.count { _ = try? PictureHeader(Array(whole.prefix(length))) }
      for index in whole.indices {
        for flip in [0x01, 0x80, 0xFF] as [UInt8] {
          var bytes = whole
          bytes[index] ^= flip
          _ = try? PictureHeader(bytes)
        }
      }
    }
  }

  @Test func hugeSizesAreRefused() {
    // IHDR announces 65,535 × 65,535 pixels.
    var bytes = SamplePictures.png
    bytes.replaceSubrange(16..<24, with: [0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF])
    let header = try? PictureHeader(bytes)
    #expect(header?.width == 65_535)
    #expect((header?.width ?? 0) > PictureReader.pixelBound / (header?.height ?? 1))
  }
}
