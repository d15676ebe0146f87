import Diagnostics
import Foundation
import PageModel
import PangoTypesetting
import ReportSpec
import TestSupport
import Testing

@testable import Press

/// Each kind of block on a page of its own, in both layouts: where every line and drawing stands.
///
/// The chapters lie in `Blocks`, by the sample whose results they ask; a golden has the name of its
/// chapter.
@Suite struct BlockGoldensTests {
  /// The reports of `Blocks`, opened once.
  private static let ambtsdragers = Result { try BlockReport("ambtsdragers") }
  private static let buurten = Result { try BlockReport("buurten") }

  private static let blocks = ["ambtsdragers", "buurten"].flatMap { name in
    BlockReport.chapters(of: name).map { [name, $0] }
  }

  @Test(arguments: blocks) func standsWhereItStood(block: [String]) throws {
    let report = try (block[0] == "buurten" ? Self.buurten : Self.ambtsdragers).get()
    let isDivider = block[1].hasPrefix("divider")
    let text = try report.sketch(of: [block[1]], showsFurniture: isDivider)
    expectGolden(text, named: "blocks/\(block[1])")
  }

  @Test func coverAndContentsStandWhereTheyStood() throws {
    let text = try Self.ambtsdragers.get()
      .sketch(of: ["headings", "divider-with-lead"], isWhole: true, showsFurniture: true)
    expectGolden(text, named: "blocks/cover-and-contents")
  }
}

/// A report of the chapters of a folder in `Blocks`, over the results of a sample.
private struct BlockReport {
  private let report: OpenReport

  private static func folder(_ name: String) -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Blocks/\(name)")
  }

  /// The chapters of a folder by name, in order.
  static func chapters(of name: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder(name).path)) ?? []
    return files.filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
  }

  init(_ name: String) throws {
    let sample = try Samples.folder(name == "buurten" ? "gallery" : "weerbaar-bestuur-2024")
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("katern-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: Self.folder(name), to: folder)
    for file in ["results.sqlite", "data"] {
      try FileManager.default.copyItem(
        at: sample.appendingPathComponent(file), to: folder.appendingPathComponent(file))
    }
    try Data(SamplePictures.png).write(to: folder.appendingPathComponent("foto.png"))
    let chapters = Self.chapters(of: name).map { "  - \($0).md\n" }.joined()
    let texts = name == "buurten" ? "" : "texts: data/texts.yaml\n"
    try Data(
      """
      title: Elk soort blok
      subtitle: Waar het staat
      kind: Proefdruk
      language: nl-NL
      organisation: De drukkerij
      contact: {street: Zetlaan 3, postcode: 1234 AB, place: Zetterdam, mail: zet@druk.example}
      date: 2024-11-19
      \(texts)chapters:
      \(chapters)editions:
        staand: { layout: rapport, cover: true, contents: true, back: true }
        liggend: { layout: rapport-liggend, cover: true, contents: tiles, back: true }

      """.utf8
    ).write(to: folder.appendingPathComponent("report.yaml"))
    var log = DiagnosticLog()
    report = try Samples.open(folder, into: &log)
    #expect(log.diagnostics.isEmpty)
  }

  /// The pages of some chapters in both layouts as text, and why each page ends.
  func sketch(
    of chapters: [String], isWhole: Bool = false, showsFurniture: Bool = false
  ) throws -> String {
    var source = report.source
    source.chapters = chapters.compactMap { name in
      source.chapters.first { $0.file == "\(name).md" }
    }
    #expect(source.chapters.count == chapters.count)
    let own = OpenReport(
      source: source, results: report.results, fonts: report.fonts, styles: report.styles,
      library: report.library)
    let printer = try Printer(report: own, cache: WordCache(fonts: report.fonts))
    var text = ""
    for var edition in source.editions {
      edition.hasCover = isWhole
      edition.hasBackCover = isWhole
      if !isWhole { edition.contents = nil }
      var log = DiagnosticLog()
      let pages = try #require(printer.pages(of: edition, for: nil, into: &log))
      // The picture is eight dots wide.
      let faults = log.diagnostics.filter { $0.id != "coarse-picture" }
      #expect(faults.isEmpty, "\(chapters)")
      text += "layout \(edition.layout.text)\n"
      text += PageSketch.text(
        of: pages, fonts: report.fonts, showsFurniture: showsFurniture)
      text += BreakLog.text(of: pages) + "\n"
    }
    return text
  }
}
