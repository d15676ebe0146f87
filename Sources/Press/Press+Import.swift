import Diagnostics
import Foundation
import SurveyImport
import SurveyResults

/// How far an import is: respondents read, and how many the survey file says it has; nil if it does not
/// say.
public typealias ImportProgress = (_ respondents: Int, _ of: Int?) -> Void

/// What to write a first codebook from, and where.
public struct DraftOrder: Sendable, Hashable {
  /// The survey file.
  public var survey: String
  /// The report folder whose `data/codebook.yaml` is written, with the survey file copied beside it;
  /// nil for a codebook beside the survey file.
  public var folder: String?
  /// Whether a codebook that is there is written over.
  public var isForced: Bool

  /// Creates an order.
  public init(survey: String, folder: String? = nil, isForced: Bool = false) {
    self.survey = survey
    self.folder = folder
    self.isForced = isForced
  }
}

extension Press {
  /// Counts the survey of a report folder into `results.sqlite`.
  ///
  /// - Returns: one line that says what was counted. The results file that is there stays if anything
  ///   is wrong.
  /// - Throws: `HostError` if the file cannot be written.
  public static func importSurvey(
    in folder: String, progress: ImportProgress = { _, _ in }
  ) throws -> Outcome<String> {
    var log = DiagnosticLog()
    var sources: [String: SourceFile] = [:]
    let model = SurveyImporter.run(
      folder: folder, progress: progress, sources: &sources, into: &log)
    let summary = try model.map { try write($0, of: folder) }
    return Outcome(value: summary, log: log, sources: sources)
  }

  /// Writes the results of a report folder; gives one line that says what they are.
  private static func write(_ model: ResultsModel, of folder: String) throws -> String {
    let path = resultsPath(in: folder)
    do throws(ResultsFileError) {
      try ResultsFile.write(model, to: path)
    } catch {
      throw HostError(error.description)
    }
    let wave = model.currentWave
    let responded = model.participation(of: .total, in: wave.id)?.responded ?? 0
    return "\(HostFiles.shown(path)): \(model.questions.count) questions, \(responded) respondents "
      + "in \(wave.label), \(model.waves.count) wave\(model.waves.count == 1 ? "" : "s")"
  }

  /// Writes a first codebook from a survey file's own labels.
  ///
  /// - Returns: one line that says what was written.
  /// - Throws: `HostError` if a file is there already, or cannot be written.
  public static func draftCodebook(_ order: DraftOrder) throws -> Outcome<String> {
    var log = DiagnosticLog()
    let survey = URL(fileURLWithPath: order.survey)
    guard let draft = CodebookDraft.make(for: order.survey, into: &log) else {
      return Outcome(value: nil, log: log, sources: [:])
    }
    let data =
      order.folder.map { URL(fileURLWithPath: $0).appendingPathComponent("data") }
      ?? survey.deletingLastPathComponent()
    let codebook = data.appendingPathComponent("codebook.yaml")
    let copy = data.appendingPathComponent(survey.lastPathComponent)
    let isCopied = copy.standardizedFileURL.path != survey.standardizedFileURL.path
    for file in isCopied ? [codebook, copy] : [codebook] where !order.isForced {
      if FileManager.default.fileExists(atPath: file.path) {
        throw HostError("'\(HostFiles.shown(file.path))' is there already; --force writes over it")
      }
    }
    if isCopied { try HostFiles.copy(survey.path, to: copy.path) }
    try HostFiles.write(Array(draft.text.utf8), to: codebook.path)
    let summary =
      "\(HostFiles.shown(codebook.path)): \(draft.questions) questions from "
      + "\(draft.respondents) respondents; look for 'decide'"
    return Outcome(value: summary, log: log, sources: [:])
  }

  /// Takes a new delivery of a report's survey file, if everything in it fits the codebook.
  ///
  /// The codebook is never changed. With an error the survey file and the results that are there stay.
  ///
  /// - Returns: lines that say how many respondents there are now, and what was counted.
  /// - Throws: `HostError` if a file cannot be written.
  public static func updateSurvey(
    in folder: String, with delivery: String, progress: ImportProgress = { _, _ in }
  ) throws -> Outcome<String> {
    var log = DiagnosticLog()
    var sources: [String: SourceFile] = [:]
    let checked = Delivery.check(delivery, in: folder, sources: &sources, into: &log)
    guard let checked, !log.hasErrors else {
      return Outcome(value: nil, log: log, sources: sources)
    }
    let model = SurveyImporter.run(
      folder: folder, delivery: delivery, progress: progress, sources: &sources, into: &log)
    guard let model else { return Outcome(value: nil, log: log, sources: sources) }
    try HostFiles.copy(delivery, to: checked.target)
    let before = checked.respondentsBefore.map(String.init) ?? "none"
    let summary =
      "respondents: \(before) before, \(checked.respondentsAfter) now\n"
      + (try write(model, of: folder))
    return Outcome(value: summary, log: log, sources: sources)
  }
}
