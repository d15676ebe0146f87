import Diagnostics
import Drawing
import PageModel
import Testing

@testable import PangoTypesetting
@testable import Press

/// The word cache over whole reports and a batch.
@Suite struct SampleCacheTests {
  private func pages(
    _ edition: String, of report: OpenReport, with cache: WordCache
  ) throws -> [PagedDocument] {
    let printer = try Printer(report: report, cache: cache)
    var log = DiagnosticLog()
    let edition = try #require(report.edition(edition, into: &log))
    let segments = SheetPlan(edition, in: report.results, into: &log).printed
    let pages = segments.compactMap { printer.pages(of: edition, for: $0, into: &log) }
    #expect(log.diagnostics.isEmpty)
    return pages
  }

  @Test func aReportShapesNoKeyTwiceAndABatchSharesThem() throws {
    var log = DiagnosticLog()
    let report = try Samples.open(Samples.folder("weerbaar-bestuur-2024"), into: &log)
    let cache = WordCache(fonts: report.fonts)
    #expect(try pages("scherm", of: report, with: cache).count == 1)
    #expect(cache.kept == cache.count)
    #expect(cache.count > 3_000)
    // The same document again: nothing new, not even for another worker.
    let before = cache.kept
    _ = try pages("scherm", of: report, with: cache)
    #expect(cache.kept == before)
    // The sheets of a batch have most of their words in common with the report and with one another.
    #expect(try pages("factsheet", of: report, with: cache).count == 4)
    #expect(cache.kept == cache.count)
    #expect(cache.kept - before < before / 10)
  }

  @Test func aTinyBudgetGivesTheSamePages() throws {
    var log = DiagnosticLog()
    let report = try Samples.open(Samples.folder("election-study-1996"), into: &log)
    let reference = try pages("complete", of: report, with: WordCache(fonts: report.fonts))
    for budget in [0, 30_000] {
      let cache = WordCache(fonts: report.fonts, budget: budget)
      #expect(try pages("complete", of: report, with: cache) == reference)
      #expect(cache.size <= budget)
      #expect(cache.kept > cache.count)
    }
  }
}
