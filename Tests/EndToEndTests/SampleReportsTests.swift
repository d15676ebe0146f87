import Diagnostics
import Foundation
import PDFClauses
import PDFOutput
import Press
import TestSupport
import Testing

/// The two sample reports, from survey file to printed pages.
@Suite struct SampleReportsTests {
  /// A path that nobody else has; what the tests write does not go into the samples that they share.
  private func place(_ name: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("katern-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appendingPathComponent(name)
  }

  private func build(_ folder: URL) throws -> String {
    let path = try place("report.pdf").path
    let outcome = try Press.build(
      BuildOrder(folder: folder.path, output: path), house: house)
    #expect(outcome.log.diagnostics.isEmpty)
    #expect(outcome.value == [path])
    return path
  }

  @Test(arguments: ["weerbaar-bestuur-2024", "election-study-1996"])
  func printsTheSameTextAsBefore(name: String) throws {
    let folder = try Samples.folder(name)
    let path = try build(folder)
    let text = try run("pdftotext", ["-layout", path, "-"])
    #expect(text.status == 0)
    expectGolden(text.output, named: name)
  }

  @Test(arguments: ["weerbaar-bestuur-2024", "election-study-1996"])
  func writesAWholeFile(name: String) throws {
    let folder = try Samples.folder(name)
    let path = try build(folder)
    let check = try run("qpdf", ["--check", path])
    #expect(check.status == 0, "\(check.output)\(check.errors)")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(try TaggedPDF.check(bytes) == [])
    expectGolden(try TaggedPDF.tagTree(bytes), named: "\(name).tags")
    let info = try run("pdfinfo", [path]).output
    #expect(info.contains("Tagged:          yes"))
    #expect(info.contains("PDF version:     1.7"))
    let fonts = try run("pdffonts", [path]).output.split(separator: "\n").dropFirst(2)
    #expect(!fonts.isEmpty)
    for font in fonts { #expect(font.contains(" yes yes yes "), "\(font)") }
  }

  @Test func givesTheSameBytesInTwoFolders() throws {
    let first = try build(try Samples.folder("weerbaar-bestuur-2024"))
    let second = try build(try Samples.imported("weerbaar-bestuur-2024"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: first))
    #expect(bytes == (try Data(contentsOf: URL(fileURLWithPath: second))))
  }

  @Test func printsASheetForEachRoleThatThePolicyShows() throws {
    let folder = try Samples.folder("weerbaar-bestuur-2024")
    let target = try place("sheets")
    let outcome = try Press.batch(
      folder.path, edition: "factsheet", output: target.path, house: house)
    #expect(outcome.log.diagnostics.isEmpty)
    let manifest = try #require(outcome.value)
    #expect(
      manifest.entries.map(\.status) == [
        .printed, .printed, .printed, .printed, .withheld, .withheld,
      ])
    #expect(manifest.entries.last?.reason?.contains("5 took part") == true)
    let names = try FileManager.default.contentsOfDirectory(atPath: target.path).sorted()
    #expect(
      names == [
        "burgemeester.pdf", "manifest.json", "raadslid.pdf", "statenlid.pdf", "wethouder.pdf",
      ])
    // No sheet has a value that is another role's alone.
    let mayors = try run(
      "pdftotext", [target.appendingPathComponent("burgemeester.pdf").path, "-"])
    #expect(mayors.output.contains("60%"))
    #expect(mayors.output.contains("93%"))
    #expect(!mayors.output.contains("1.081 van de"))
    #expect(!mayors.output.contains("raadsleden"))
    // A second run gives the same files.
    let again = try place("again")
    _ = try Press.batch(folder.path, edition: "factsheet", output: again.path, house: house)
    for name in names {
      let one = try Data(contentsOf: target.appendingPathComponent(name))
      #expect(one == (try Data(contentsOf: again.appendingPathComponent(name))), "\(name)")
    }
  }

  /// The tables of all questions are a document of their own: links stay inside it, and no chart is.
  @Test func printsItsStraightCountsAlone() throws {
    let folder = try Samples.folder("weerbaar-bestuur-2024")
    let path = try place("tables.pdf").path
    let order = BuildOrder(folder: folder.path, edition: "tellingen", output: path)
    #expect(try Press.build(order, house: house).log.diagnostics.isEmpty)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(try TaggedPDF.check(bytes) == [])
    let tags = try TaggedPDF.tagTree(bytes)
    #expect(!tags.contains("Figure"))
    #expect(tags.components(separatedBy: "Table").count > 20)
    let text = try run("pdftotext", [path, "-"]).output
    #expect(text.contains("Weerbaar bestuur in tabellen"))
    #expect(text.contains("Verbale agressie") && text.contains("Foutmarge per ambt"))
    #expect(!text.contains("Naar de figuur") && !text.contains("Duiding"))
  }

  @Test func checksEveryEdition() throws {
    let folder = try Samples.folder("weerbaar-bestuur-2024")
    let outcome = try Press.check(folder.path, house: house, edition: nil)
    #expect(outcome.log.diagnostics.isEmpty)
    #expect(outcome.value?.hasPrefix("checked 8 documents") == true)
  }

  @Test func writesPagesAsPictures() throws {
    let folder = try Samples.folder("election-study-1996")
    for format in [PageFormat.png, .svg] {
      let path = try place("page.\(format.rawValue)").path
      let order = BuildOrder(
        folder: folder.path, output: path, format: format, resolution: 36)
      let files = try #require(try Press.build(order, house: house).value)
      #expect(
        files.map { URL(fileURLWithPath: $0).lastPathComponent }
          == (1...2).map { "page-\($0).\(format.rawValue)" })
      let bytes = try Data(contentsOf: URL(fileURLWithPath: files[0]))
      #expect(bytes.starts(with: format == .png ? [0x89, 0x50, 0x4E, 0x47] : Array("<?xml".utf8)))
    }
  }
}
