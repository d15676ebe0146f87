import Foundation
import SurveyResults
import SurveyStatistics
import Testing

/// The imported sample study against PSPP's tables of the same file.
///
/// Fixtures/make-pspp-counts.py makes the tables; run it again when the respondents or the codebook
/// change.
@Suite struct PSPPCountsTests {
  struct Line {
    var request: FigureRequest
    var count: Int
    var base: Int
  }

  /// The tables of what the codebook publishes.
  private func lines(_ results: ResultsModel) throws -> [Line] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/pspp-counts.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    return try text.split(separator: "\n").dropFirst().map { line in
      let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      return Line(
        request: FigureRequest(
          question: fields[0], item: fields[1].isEmpty ? nil : fields[1], answer: fields[2],
          segment: try results.segment(named: fields[4]), places: places(fields[3])),
        count: try #require(Int(fields[5])), base: try #require(Int(fields[6])))
    }.filter {
      results.isPlanned($0.request.question, by: $0.request.segment.breakdown ?? "total")
    }
  }

  /// The places of a ranking: `place 2`, `top 3`, or nothing.
  private func places(_ text: String) -> Places? {
    guard let number = text.split(separator: " ").last.flatMap({ Int($0) }) else { return nil }
    return text.hasPrefix("top") ? .top(number) : .place(number)
  }

  @Test func everyFigureThatIsShownIsTheCountOfPSPP() throws {
    let results = try SampleImportTests.imported("weerbaar-bestuur-2024")
    let lines = try lines(results)
    var same = 0
    var withheld = 0
    for line in lines {
      switch try results.figure(line.request).outcome {
      case .counted(let found, _):
        same += 1
        #expect(found == Proportion(count: line.count, base: line.base), "\(line.request)")
      case .withheld: withheld += 1
      case .published, .unknown: Issue.record("\(line.request)")
      }
    }
    #expect(same + withheld == lines.count)
    #expect(same > 2 * withheld, "most of what PSPP counted is compared: \(same) of \(lines.count)")
  }

  @Test func basesOfReportedOfficesAreThoseOfPSPP() throws {
    let results = try SampleImportTests.imported("weerbaar-bestuur-2024")
    for line in try lines(results) {
      let request = line.request
      let base = try results.base(
        of: request.question, item: request.item, segment: request.segment)
      switch base {
      case .counted(let n): #expect(n == line.base, "\(request)")
      case .below(let bound): #expect(line.base < bound, "\(request)")
      case .unknown: break
      }
    }
  }
}
