import Diagnostics
import DocumentTree
import Foundation
import Manuscript
import ReportSpec
import SurveyImport
import SurveyResults
import Testing

/// A report of one chapter for tests, with the results of a sample report.
enum SmallReport {
  private static let reports = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Reports")

  /// The Dutch sample: four offices, two waves, the first of them published only.
  static let offices = results(of: "weerbaar-bestuur-2024")
  /// The English sample: three party groups, a battery, a single wave.
  static let voters = results(of: "election-study-1996")

  /// The gallery of charts: twelve places, five households, four waves of which three published.
  static let places = results(of: "gallery")

  private static func results(of report: String) -> ResultsModel? {
    var log = DiagnosticLog()
    var sources: [String: SourceFile] = [:]
    let folder = reports.appendingPathComponent(report).path
    return SurveyImporter.run(folder: folder, sources: &sources, into: &log)
  }

  /// What came of a chapter.
  struct Outcome {
    var document: Document
    var log: DiagnosticLog

    /// `line:column id` of each fault, in reading order; lines count from the chapter's text.
    var faults: [String] {
      log.sorted.map { fault in
        guard let start = fault.range?.start else { return fault.id }
        return "\(start.line - SmallReport.textLine):\(start.column) \(fault.id)"
      }
    }

    /// The blocks of the chapter below its title.
    var blocks: [Block] { Array(document.parts.last?.blocks.dropFirst() ?? []) }

    /// The text of the first paragraph or list item.
    var text: String { blocks.first.map(Self.text) ?? "" }

    private static func text(_ block: Block) -> String {
      switch block.content {
      case .paragraph(let text), .heading(_, let text): text.plainText
      case .list(let list): list.items.flatMap { $0 }.map(Self.text).joined(separator: "\n")
      case .group(_, let blocks): blocks.map(Self.text).joined(separator: "\n")
      default: ""
      }
    }

    /// The first chart.
    var chart: Chart? {
      blocks.lazy.compactMap { block in
        if case .chart(let chart) = block.content { chart } else { nil }
      }.first
    }

    /// The tables in order.
    var tables: [Table] {
      blocks.compactMap { block in
        if case .table(let table) = block.content { table } else { nil }
      }
    }
  }

  /// The number of lines before the chapter's text.
  static let textLine = 3

  /// Composes a chapter; faults of reading it are failures.
  ///
  /// - Parameters:
  ///   - text: the chapter's Markdown, without front matter.
  ///   - results: the results; nil for the offices.
  ///   - segment: the segment of a sheet, as `role:raadslid`; nil for a chapter of a report.
  ///   - settings: further lines of `report.yaml`.
  ///   - tables: where sheets have the data of charts.
  static func compose(
    _ text: String, results: ResultsModel? = nil, for segment: String? = nil,
    settings: String = "", tables: String = "behind"
  ) throws -> Outcome {
    let results = try #require(results ?? offices)
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("manuscript-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let language = results.study.language == "en" ? "en-GB" : "nl-NL"
    let report = """
      title: Klein
      language: \(language)
      chapters: [one.md]
      editions:
        report: {layout: rapport}
        sheet: {layout: rapport, template: one.md, each: role, tables: \(tables)}
      """
    try (report + "\n" + settings).write(
      to: folder.appendingPathComponent("report.yaml"), atomically: true, encoding: .utf8)
    try ("---\ntitle: Een\n---\n" + text).write(
      to: folder.appendingPathComponent("one.md"), atomically: true, encoding: .utf8)
    var library = SourceLibrary(folder: folder.path)
    var log = DiagnosticLog()
    let source = try #require(ReportReader.read(&library, into: &log))
    #expect(log.diagnostics.isEmpty, "\(TextRenderer(sources: library.files).render(log.sorted))")
    let edition = try #require(source.editions.first { $0.each == nil } ?? source.editions.first)
    let sheet = try #require(source.editions.last)
    let stage = ManuscriptStage(report: source, results: results)
    let key = try segment.map { try #require(SegmentKey($0)) }
    let document =
      key == nil
      ? stage.compose(edition, into: &log) : stage.compose(sheet, for: key, into: &log)
    return Outcome(document: document, log: log)
  }
}
