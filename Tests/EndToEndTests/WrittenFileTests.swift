import Foundation
import PDFOutput
import PageModel
import TestSupport
import Testing

/// What stands in the written files of the sample, as other programs read it.
@Suite struct WrittenFileTests {
  /// The file of an edition; removed again by the caller.
  private func write(_ name: String) throws -> URL {
    let edition = try Samples.edition(name)
    let bytes = try PDFWriter(fonts: houseFonts()).write(edition.pages)
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("katern-\(UUID().uuidString).pdf")
    try Data(bytes).write(to: file)
    return file
  }

  private func json(_ key: String, of file: URL) throws -> JSONDocument {
    let output = try run("qpdf", ["--json=1", "--json-key=\(key)", file.path])
    #expect(output.status == 0, "\(output.errors)")
    return try #require(try JSONDocument(output.output)[key])
  }

  /// The boxes of each page as `pdfinfo` prints them: `1 TrimBox` to left, bottom, right, top.
  private func boxes(of file: URL, pages: Int) throws -> [String: [Double]] {
    let text = try run("pdfinfo", ["-box", "-f", "1", "-l", String(pages), file.path]).output
    var boxes: [String: [Double]] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("Page ") {
      let words = line.split(whereSeparator: { $0 == " " || $0 == ":" }).map(String.init)
      guard words.count == 7 else { continue }
      boxes["\(words[1]) \(words[2])"] = words[3...].compactMap(Double.init)
    }
    return boxes
  }

  @Test func thePrintEditionHasItsBoxesMarksAndPages() throws {
    let edition = try Samples.edition("drukwerk")
    let file = try write("drukwerk")
    defer { try? FileManager.default.removeItem(at: file) }
    let pages = edition.pages.pages.count
    #expect(pages % 4 == 0)
    #expect(try json("pages", of: file).list.count == pages)
    // A4 in points; 3 mm of bleed; marks of 14 points that begin 3 points behind the bleed.
    let (width, height) = (595.276, 841.890)
    let bleed = 3 * 72 / 25.4
    let margin = bleed + 14 + 3
    let boxes = try boxes(of: file, pages: pages)
    for page in 1...pages {
      func expect(_ box: String, reaches: Double) throws {
        let found = try #require(boxes["\(page) \(box)"], "page \(page) has no \(box)")
        let wanted = [
          margin - reaches, margin - reaches, margin + width + reaches, margin + height + reaches,
        ]
        let isRight = zip(found, wanted).allSatisfy { abs($0 - $1) < 0.02 }
        #expect(isRight, "page \(page): \(box) is \(found), not \(wanted)")
      }
      try expect("TrimBox", reaches: 0)
      try expect("BleedBox", reaches: bleed)
      try expect("MediaBox", reaches: margin)
    }
  }

  /// The ink of the cover reaches through the bleed, and between bleed and marks the sheet is white.
  @Test func artReachesIntoTheBleed() throws {
    let file = try write("drukwerk")
    defer { try? FileManager.default.removeItem(at: file) }
    let picture = file.deletingPathExtension().path
    defer { try? FileManager.default.removeItem(atPath: picture + ".ppm") }
    let drawn = try run(
      "pdftoppm", ["-r", "72", "-f", "1", "-l", "1", "-singlefile", file.path, picture])
    #expect(drawn.status == 0, "\(drawn.errors)")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: picture + ".ppm")))
    let head = String(decoding: bytes.prefix(20), as: UTF8.self).split(
      whereSeparator: \.isWhitespace)
    let width = try #require(Int(head[1]))
    let start = bytes.count - width * (try #require(Int(head[2]))) * 3
    func colour(_ x: Int, _ y: Int) -> [UInt8] {
      Array(bytes[(start + (y * width + x) * 3)...].prefix(3))
    }
    // The bleed begins 17 points from the sheet's edge; the page is trimmed at 25.5 points.
    let night: [UInt8] = [0x0A, 0x27, 0x40]
    #expect(colour(60, 20) == night)
    #expect(colour(20, 60) == night)
    #expect(colour(60, 8) == [255, 255, 255])
    // The mark at the upper left corner: a line down at x = 25.5, above the bleed.
    let isMarked = (0..<14).contains { y in
      (24...26).contains { colour($0, y) != [255, 255, 255] }
    }
    #expect(isMarked)
  }

  @Test func bookmarksLeadToTheirHeadings() throws {
    let edition = try Samples.edition("scherm")
    let file = try write("scherm")
    defer { try? FileManager.default.removeItem(at: file) }
    var found: [String] = []
    func visit(_ entries: [JSONDocument]) {
      for entry in entries {
        let page = entry["destpageposfrom1"]?.number.map { String(Int($0)) } ?? "nowhere"
        found.append("\(entry["title"]?.text ?? "") \(page)")
        visit(entry["kids"]?.list ?? [])
      }
    }
    visit(try json("outlines", of: file).list)
    let expected = edition.pages.outline.map { entry in
      let page = edition.pages.destinations[entry.anchor].map { String($0.page + 1) } ?? "?"
      return "\(entry.title) \(page)"
    }
    #expect(expected.count > 40)
    #expect(found == expected)
  }

  @Test(arguments: ["scherm", "drukwerk"]) func pagesHaveTheirLabels(name: String) throws {
    let edition = try Samples.edition(name)
    let file = try write(name)
    defer { try? FileManager.default.removeItem(at: file) }
    let labels = try json("pages", of: file).list.map { page -> String in
      let label = page["label"]
      let prefix = label?["/P"]?.text ?? ""
      let number = Int(label?["/St"]?.number ?? 1)
      switch label?["/S"]?.text {
      case "/D": return prefix + PageNumber.decimal(number).label
      case "/r": return prefix + PageNumber.roman(number).label
      default: return prefix
      }
    }
    #expect(labels == edition.pages.pages.map(\.label))
    // The screen counts every page; print leaves covers out and counts the contents by themselves.
    let opening = name == "scherm" ? ["1", "2", "3"] : ["", "i", "1"]
    #expect(Array(labels.prefix(3)) == opening)
    #expect(labels.last == (name == "scherm" ? String(labels.count) : ""))
    #expect(labels.count > 40)
  }
}
