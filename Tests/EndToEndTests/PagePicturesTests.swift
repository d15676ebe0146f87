import DocumentTree
import Drawing
import Foundation
import PDFOutput
import PageModel
import TestSupport
import Testing

/// Pages as pictures show what the PDF shows: both are drawn from one page model.
@Suite struct PagePicturesTests {
  /// A document of one page, of which nothing is tagged.
  private func document(of page: Page) -> PagedDocument {
    var page = page
    page.links = []
    for index in page.items.indices { page.items[index].tagging = .artifact(.layout) }
    var document = PagedDocument(
      metadata: Document.Metadata(
        title: "Page", subject: "", author: "", language: "nl-NL", date: "2024-11-19"))
    document.pages = [page]
    return document
  }

  /// The grey values of a page of a PDF, at 72 dots per inch, as another program draws them.
  private func greys(
    of bytes: [UInt8], in folder: URL
  ) throws -> (width: Int, values: [UInt8]) {
    let file = folder.appendingPathComponent("\(UUID().uuidString).pdf")
    try Data(bytes).write(to: file)
    let target = file.deletingPathExtension().path
    let drawn = try run(
      "pdftoppm", ["-r", "72", "-gray", "-singlefile", file.path, target])
    #expect(drawn.status == 0, "\(drawn.errors)")
    // P5, width and height, the largest value, then a byte for each pixel.
    let image = [UInt8](try Data(contentsOf: URL(fileURLWithPath: target + ".pgm")))
    var numbers: [Int] = []
    var start = 2
    while numbers.count < 3 {
      let end = try #require(image[(start + 1)...].firstIndex { $0 == 0x20 || $0 == 0x0A })
      let digits = String(decoding: image[(start + 1)..<end], as: UTF8.self)
      numbers.append(try #require(Int(digits)))
      start = end
    }
    #expect(image.starts(with: "P5".utf8) && numbers[2] == 255)
    return (numbers[0], Array(image[(start + 1)...]))
  }

  /// The means of squares of eight by eight pixels: where a glyph begins within a pixel does not count.
  private func squares(_ image: (width: Int, values: [UInt8])) -> [Int] {
    let height = image.values.count / image.width
    var means: [Int] = []
    for top in stride(from: 0, to: height - 7, by: 8) {
      for left in stride(from: 0, to: image.width - 7, by: 8) {
        var sum = 0
        for row in top..<(top + 8) {
          for column in left..<(left + 8) { sum += Int(image.values[row * image.width + column]) }
        }
        means.append(sum / 64)
      }
    }
    return means
  }

  /// A cover, and pages with charts of all kinds, in each layout.
  private static let pages = [
    ("report", 1), ("report", 6), ("report", 30), ("scherm", 6), ("factsheet role:raadslid", 1),
    ("gallery", 2), ("gallery", 9), ("gallery", 15), ("gallery", 18),
  ]

  @Test(arguments: pages) func aPictureOfAPageIsThePage(edition: String, number: Int) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("katern-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let pages = try Samples.edition(edition).pages.pages
    let page = try #require(pages.indices.contains(number - 1) ? pages[number - 1] : nil)
    let writer = PDFWriter(fonts: try houseFonts())
    let original = try greys(of: try writer.write(document(of: page)), in: folder)

    let bytes = try writer.png(page, dotsPerInch: 144)
    let size = (0..<2).map { index in
      bytes[(16 + index * 4)..<(20 + index * 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    let picture = Picture(
      name: "\(edition)-\(number).png", format: .png, bytes: bytes, width: size[0], height: size[1])
    let whole = Rect(origin: .zero, size: page.size)
    var framed = page
    framed.items = [
      PageItem(
        .artifact(.layout), marks: [.picture(PictureMark(picture, in: whole))], bounds: whole)
    ]
    let shown = try greys(of: try writer.write(document(of: framed)), in: folder)

    #expect(shown.width == original.width)
    let (left, right) = (squares(original), squares(shown))
    #expect(left.count == right.count && Set(left).count > 20)
    let differences = zip(left, right).map { abs($0 - $1) }
    #expect(differences.reduce(0, +) / max(differences.count, 1) < 2)
    #expect((differences.max() ?? 255) < 64)
  }

  /// A page as SVG has its size in points and a glyph for each that is drawn.
  @Test func aVectorPictureHasThePage() throws {
    let edition = try Samples.edition("report")
    let page = edition.pages.pages[5]
    let text = String(
      decoding: try PDFWriter(fonts: try houseFonts()).svg(page), as: UTF8.self)
    let glyphs = page.items.flatMap(\.marks).reduce(0) { count, mark in
      guard case .glyphs(let glyphs) = mark else { return count }
      return count + glyphs.run.glyphs.count
    }
    #expect(text.components(separatedBy: "<use ").count - 1 == glyphs)
    #expect(text.contains("viewBox=\"0 0 595"))
  }
}
