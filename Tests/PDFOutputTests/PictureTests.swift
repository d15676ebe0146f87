import DocumentTree
import Drawing
import PDFClauses
import PageModel
import TestSupport
import Testing

@testable import PDFOutput

@Suite struct PictureTests {
  /// The page with a picture in its figure.
  private func page(_ picture: Picture) throws -> OnePage {
    var page = try OnePage()
    let frame = Rect(x: 40, y: 110, width: 50, height: 25)
    let index = try #require(
      page.document.pages[0].items.firstIndex { item in
        item.bounds == Rect(x: 40, y: 110, width: 50, height: 50)
      })
    page.document.pages[0].items[index].marks = [.picture(PictureMark(picture, in: frame))]
    return page
  }

  @Test(arguments: [SamplePictures.halves, SamplePictures.red])
  func aPictureStandsInATaggedFile(picture: Picture) throws {
    let page = try page(picture)
    let writer = PDFWriter(fonts: page.fonts)
    let bytes = try writer.write(page.document)
    #expect(try TaggedPDF.check(bytes) == [])
    #expect(try writer.write(page.document) == bytes)
  }

  @Test func theBytesOfAJPEGAreKept() throws {
    let page = try page(SamplePictures.red)
    let bytes = try PDFWriter(fonts: page.fonts).write(page.document)
    let needle = SamplePictures.jpeg
    let isThere = bytes.indices.dropLast(needle.count).contains { start in
      bytes[start] == needle[0] && bytes[start + 1] == needle[1]
        && Array(bytes[start..<start + needle.count]) == needle
    }
    #expect(isThere)
  }

  @Test func transparencyIsAMask() throws {
    let page = try page(SamplePictures.veiled)
    let file = try FinishedFile(PDFWriter(fonts: page.fonts).write(page.document))
    let pages = try file.resolve(file.resolve(file.trailer["Root"])["Pages"])
    let first = try file.resolve(pages["Kids"].items[0])
    guard case .dictionary(let pictures) = try file.resolve(first["Resources"])["XObject"] else {
      Issue.record("the page has no pictures")
      return
    }
    let reference = try #require(pictures.first?.value)
    let picture = try file.resolve(reference)
    #expect(try file.data(of: picture["SMask"]) == [255, 128, 0, 64])
    // Pixels are kept multiplied by their alpha, so that faint ones are off by a little.
    let colours = try file.data(of: reference)
    #expect(Array(colours.prefix(3)) == [200, 100, 50])
    #expect(zip(colours[3..<6], [200, 100, 50]).allSatisfy { abs(Int($0) - $1) <= 1 })
    #expect(try TaggedPDF.check(PDFWriter(fonts: page.fonts).write(page.document)) == [])
  }

  @Test(arguments: [SamplePictures.halves, SamplePictures.red])
  func pagesAsPicturesShowIt(picture: Picture) throws {
    let page = try page(picture)
    let writer = PDFWriter(fonts: page.fonts)
    #expect(try writer.png(page.document.pages[0], dotsPerInch: 72).count > 100)
    #expect(
      String(decoding: try writer.svg(page.document.pages[0]), as: UTF8.self).contains("<image"))
  }

  @Test(arguments: [SamplePictures.halves, SamplePictures.red])
  func pixelsThatCannotBeDecodedAreAnError(picture: Picture) throws {
    var damaged = picture
    damaged.bytes = Array(damaged.bytes.prefix(damaged.bytes.count / 2))
    let page = try page(damaged)
    let writer = PDFWriter(fonts: page.fonts)
    #expect(throws: DrawingError.self) { try writer.write(page.document) }
  }
}
