import Diagnostics
import ReportSpec
import SurveyResults

/// How a table of results is written.
public enum TableFormat: String, Sendable, Hashable, CaseIterable {
  case table
  case csv
  case json
}

/// Which figures to show.
public struct ResultsOrder: Sendable, Hashable {
  /// The report folder.
  public var folder: String
  /// The question.
  public var question: String
  /// The breakdown, or two with a comma between them; nil for everybody together.
  public var by: String?
  /// The wave; nil for the current one.
  public var wave: String?
  /// How the table is written.
  public var format: TableFormat
  /// Whether a table for people has the intervals; CSV and JSON always have them.
  public var hasIntervals: Bool

  /// Creates an order.
  public init(
    folder: String, question: String, by: String? = nil, wave: String? = nil,
    format: TableFormat = .table, hasIntervals: Bool = false
  ) {
    self.folder = folder
    self.question = question
    self.by = by
    self.wave = wave
    self.format = format
    self.hasIntervals = hasIntervals
  }
}

extension Press {
  /// The questions, waves and breakdowns of a report's results, as text.
  public static func listResults(in folder: String) throws -> Outcome<String> {
    var log = DiagnosticLog()
    let results = results(in: folder, into: &log)
    return Outcome(value: results.map { ResultsTable.overview($0) }, log: log, sources: [:])
  }

  /// The figures of a question, under the policy.
  public static func showResults(_ order: ResultsOrder) throws -> Outcome<String> {
    var log = DiagnosticLog()
    guard let results = results(in: order.folder, into: &log) else {
      return Outcome(value: nil, log: log, sources: [:])
    }
    do throws(FigureRefusal) {
      guard let question = results.question(order.question) else {
        throw .unknownQuestion(order.question, known: results.questions.map(\.id))
      }
      let items: [String?] = question.items.isEmpty ? [nil] : question.items.map(\.id)
      let tables = try items.map { item throws(FigureRefusal) in
        try ResultsTable(
          question: question, item: item, by: order.by, wave: order.wave, results: results)
      }
      let text =
        switch order.format {
        case .table:
          tables.map { $0.text(hasIntervals: order.hasIntervals) }.joined(separator: "\n")
        case .csv:
          tables.enumerated().map { $1.csv(hasHeader: $0 == 0) }.joined()
        case .json: question.items.isEmpty ? tables[0].json : ResultsTable.json(tables)
        }
      return Outcome(value: text, log: log, sources: [:])
    } catch {
      log.report(.refusedTable(error))
      return Outcome(value: nil, log: log, sources: [:])
    }
  }

  static func results(
    in folder: String, into log: inout DiagnosticLog
  ) -> ResultsModel? {
    let library = SourceLibrary(folder: folder)
    let path = resultsPath(in: folder)
    do throws(ResultsFileError) {
      return try ResultsFile.read(path: path)
    } catch {
      let place = SourceRange(
        file: library.folder, start: SourcePosition(line: 1, column: 1))
      log.report(.unreadableResults(error, at: place))
      return nil
    }
  }
}
