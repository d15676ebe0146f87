public import Diagnostics
import Foundation
import LocatedYAML
import SurveyFiles

/// A new delivery of a survey file, held against the codebook and the file that it would replace.
public struct Delivery: Sendable {
  /// How many respondents the file has that is there; nil without one.
  public let respondentsBefore: Int?
  /// How many the new file has.
  public let respondentsAfter: Int
  /// Where the new file belongs: the file that the codebook names.
  public let target: String

  /// Lists what no longer fits.
  ///
  /// The codebook is not changed, and neither is any file.
  ///
  /// - Parameters:
  ///   - path: the new file.
  ///   - folder: the report folder.
  ///   - sources: takes the codebook, so that diagnostics can quote it.
  ///   - log: takes what no longer fits: an error for what would be counted wrongly or not at all, a
  ///     warning for what somebody should look at.
  /// - Returns: the delivery; nil if one of the files cannot be read.
  public static func check(
    _ path: String, in folder: String, sources: inout [String: SourceFile],
    into log: inout DiagnosticLog
  ) -> Delivery? {
    var files = DataFolder(folder: folder, name: "data")
    defer { sources.merge(files.sources) { first, _ in first } }
    guard let source = files.text("codebook.yaml", at: nil, into: &log),
      let codebook = LocatedYAML.parse(source, into: &log)
    else { return nil }
    guard let name = codebook.value("data")?.text("file") else {
      log.report(.noDataFile(at: codebook.range))
      return nil
    }
    let completed = CompletedCodebook(codebook, delivery: path, files: files, into: &log)
    guard let new = completed.survey else { return nil }
    let extensions = [name.text, path].map { URL(fileURLWithPath: $0).pathExtension.lowercased() }
    if extensions[0] != extensions[1] {
      log.report(.otherExtension(extensions[1], than: extensions[0], at: name.range))
    }
    var ignored = DiagnosticLog()
    let target = files.path(of: name.text, at: name.range, into: &ignored)
    let encoding = codebook.value("data")?.text("encoding")?.text
    let old = target.flatMap { try? SurveyFile(path: $0, encoding: encoding) }
    do throws(SurveyFileFault) {
      let scan = try VariableScan(new)
      var comparison = DeliveryComparison(
        columns: CodebookColumns(completed.value), file: files.shown(path), place: name.range)
      comparison.compare(new.dictionary, with: old?.dictionary)
      comparison.checkCodes(of: new.dictionary, scan)
      log.append(comparison.log)
      return Delivery(
        respondentsBefore: try old.map { (file) throws(SurveyFileFault) in try count(file) },
        respondentsAfter: scan.respondents,
        target: target ?? folder + "/data/" + name.text)
    } catch {
      log.report(.surveyFile(error, file: files.shown(path), at: name.range, encoding: nil))
      return nil
    }
  }

  private static func count(_ file: SurveyFile) throws(SurveyFileFault) -> Int {
    if let rows = file.dictionary.rows { return rows }
    var count = 0
    _ = try file.readRows(of: []) { count += $0.count }
    return count
  }
}
