import Diagnostics
import Foundation
import SurveyResults

/// How to write results as JSON.
public struct ExportOrder: Sendable, Hashable {
  /// The report folder.
  public var folder: String
  /// The file to write; nil to give the text back.
  public var output: String?
  /// Whether everything is written that the results file holds, instead of what may be published.
  public var isConfidential: Bool
  /// Whether the files are named that the results come from.
  public var hasProvenance: Bool

  /// Creates an order.
  public init(
    folder: String, output: String? = nil, isConfidential: Bool = false, hasProvenance: Bool = true
  ) {
    self.folder = folder
    self.output = output
    self.isConfidential = isConfidential
    self.hasProvenance = hasProvenance
  }
}

extension Press {
  /// The largest JSON file that is read, in bytes.
  private static let sizeBound = 1 << 29

  /// Writes the results of a report as JSON.
  ///
  /// - Returns: the file that was written with a newline, or the JSON itself if the order names none.
  /// - Throws: `HostError` if the file cannot be written.
  public static func exportResults(_ order: ExportOrder) throws -> Outcome<String> {
    var log = DiagnosticLog()
    guard let results = results(in: order.folder, into: &log) else {
      return Outcome(value: nil, log: log, sources: [:])
    }
    let text =
      order.isConfidential
      ? ResultsExchange.confidential(of: results, hasProvenance: order.hasProvenance)
      : ResultsExchange.publication(of: results, hasProvenance: order.hasProvenance)
    guard let output = order.output else {
      return Outcome(value: text, log: log, sources: [:])
    }
    try HostFiles.write(Array(text.utf8), to: output)
    return Outcome(value: HostFiles.shown(output) + "\n", log: log, sources: [:])
  }

  /// Reads a confidential export back into the results file of a report folder.
  ///
  /// - Returns: one line that says what was read. The results file that is there stays if anything is
  ///   wrong.
  /// - Throws: `HostError` if the file cannot be read or written.
  public static func importResults(
    from file: String, into folder: String
  ) throws -> Outcome<String> {
    var log = DiagnosticLog()
    guard let source = try exported(file, into: &log) else {
      return Outcome(value: nil, log: log, sources: [:])
    }
    let sources = [source.path: source]
    guard let model = ResultsExchange.model(from: source, into: &log), !log.hasErrors else {
      return Outcome(value: nil, log: log, sources: sources)
    }
    let path = resultsPath(in: folder)
    do throws(ResultsFileError) {
      try ResultsFile.write(model, to: path)
    } catch {
      throw HostError(error.description)
    }
    let summary = "\(HostFiles.shown(path)): \(model.questions.count) questions from \(file)"
    return Outcome(value: summary, log: log, sources: sources)
  }

  private static func exported(
    _ path: String, into log: inout DiagnosticLog
  ) throws(HostError) -> SourceFile? {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw HostError("read", path, reason: ENOENT)
    }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: sizeBound + 1) ?? Data() else {
      throw HostError("read", path, reason: EIO)
    }
    guard data.count <= sizeBound else {
      log.report(.oversizedExport(path, bound: sizeBound))
      return nil
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      log.report(.exportNotUTF8(path))
      return nil
    }
    return SourceFile(path: path, text: text)
  }
}
