public import Diagnostics
import Foundation
import SurveyFiles

/// A first codebook for a survey file, made from the file's own labels.
///
/// It imports as it stands; comments say where a person must decide.
public struct CodebookDraft: Sendable {
  /// The text of codebook.yaml.
  public let text: String
  /// How many questions it has.
  public let questions: Int
  /// How many respondents the file has.
  public let respondents: Int

  /// Reads a survey file and writes a codebook for it.
  ///
  /// - Parameters:
  ///   - path: the survey file.
  ///   - log: takes what is wrong with the file.
  /// - Returns: the codebook; nil if the file cannot be read or has nothing to count.
  public static func make(for path: String, into log: inout DiagnosticLog) -> CodebookDraft? {
    let name = URL(fileURLWithPath: path).lastPathComponent
    let place = SourceRange(file: name, start: SourcePosition(line: 1, column: 1))
    do throws(SurveyFileFault) {
      let file = try SurveyFile(path: path)
      let scan = try VariableScan(file)
      guard scan.respondents > 0 else {
        log.report(.emptyData(name))
        return nil
      }
      var reader = DraftReader(file.dictionary, scan)
      var writer = DraftWriter()
      let questions = reader.read()
      writer.write(questions, of: file.dictionary, file: name)
      let counted = questions.count { if case .none = $0.form { false } else { true } }
      guard counted > 0 else {
        log.report(.nothingToAsk(name, at: place))
        return nil
      }
      return CodebookDraft(
        text: writer.text, questions: counted, respondents: scan.respondents)
    } catch {
      log.report(.surveyFile(error, file: name, at: place, encoding: nil))
      return nil
    }
  }
}
