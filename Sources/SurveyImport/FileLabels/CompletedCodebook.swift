import Diagnostics
import LocatedYAML
import SurveyFiles

/// A codebook together with the survey file that it is about.
struct CompletedCodebook {
  /// The codebook with what the file adds to it.
  var value: YAMLValue
  /// The file; nil if it cannot be opened, which was reported.
  var survey: SurveyFile?

  /// Opens the file that a codebook names, completes the codebook and holds the labels of both
  /// against each other.
  ///
  /// - Parameters:
  ///   - codebook: the codebook as it was written.
  ///   - delivery: another file to read in place of the one that the codebook names.
  ///   - files: the folder of the codebook.
  ///   - log: takes what is wrong with the file, and where the two contradict each other.
  init(
    _ codebook: YAMLValue, delivery: String?, files: DataFolder, into log: inout DiagnosticLog
  ) {
    value = codebook
    guard let data = codebook.value("data"), let name = data.text("file"),
      let path = delivery ?? files.path(of: name.text, at: name.range, into: &log)
    else { return }
    let encoding = data.text("encoding")
    do throws(SurveyFileFault) {
      let file = try SurveyFile(path: path, encoding: encoding?.text)
      var completion = CodebookCompletion(
        file.dictionary, file: files.shown(delivery ?? name.text))
      value = completion.complete(codebook)
      let known = Set(file.dictionary.variables.map(\.name))
      // A weight that only the file names is there in any case.
      let isWeightWritten = data.value("weight") != nil
      let named = CodebookColumns(value).columns.map(\.name.text).filter {
        isWeightWritten || $0 != file.dictionary.weight
      }
      // One column that is not there is a slip of the pen.
      if named.count > 1, known.isDisjoint(with: named) {
        log.report(.otherSurvey(files.shown(delivery ?? name.text), at: name.range))
        return
      }
      log.append(completion.log)
      var check = LabelCheck(file.dictionary)
      check.check(value)
      log.append(check.log)
      survey = file
    } catch {
      log.report(
        .surveyFile(
          error, file: files.shown(delivery ?? name.text), at: name.range,
          encoding: encoding?.range))
    }
  }
}
