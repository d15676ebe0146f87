import Diagnostics
import SurveyFiles

/// The wording of what is wrong with files as such, whatever a codebook says of them.
extension Diagnostic {
  /// What is wrong with a survey file itself.
  ///
  /// - Parameters:
  ///   - range: where the codebook names the file.
  ///   - encoding: where it names the encoding.
  static func surveyFile(
    _ fault: SurveyFileFault, file: String, at range: SourceRange, encoding: SourceRange?
  ) -> Diagnostic {
    func place(_ line: Int) -> SourceRange {
      SourceRange(file: file, start: SourcePosition(line: line, column: 1))
    }
    return switch fault {
    case .unreadable: .unreadableFile(file, at: range)
    case .empty: .emptyData(file)
    case .badText(let line): .notUTF8(file, at: place(line))
    case .openQuote(let line): .openQuote(at: place(line))
    case .longField(let line, let bound): .longField(bound, at: place(line))
    case .wrongEncoding: .wrongEncoding(file, at: range)
    case .wrongKind: .wrongKind(file, at: range)
    case .cutOff: .cutOff(file, at: range)
    case .damaged(let reason): .damaged(file, reason: reason, at: range)
    case .unknownEncoding(let name): .unknownEncoding(name, at: encoding ?? range)
    }
  }

  static func wrongEncoding(_ file: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "wrong-encoding", at: range,
      "the texts of '\(file)' are not in the encoding that the file says they are in",
      fixes: [Fix("write 'encoding: windows-1252' under 'data', if they are in that")])
  }

  static func wrongKind(_ file: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "wrong-kind-of-file", at: range,
      "'\(file)' does not begin as files of its name do",
      fixes: [Fix("export it anew as .sav, .zsav, .por, .dta or .csv")])
  }

  static func cutOff(_ file: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "cut-off-file", at: range, "'\(file)' ends before its last respondent",
      fixes: [Fix("copy the file anew: it is not whole")])
  }

  static func damaged(_ file: String, reason: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "damaged-file", at: range, "'\(file)' is damaged: \(reason)",
      fixes: [Fix("copy the file anew, or open and save it in the program that made it")])
  }

  static func unreadableSets(_ count: Int, file: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, id: "unreadable-sets", at: range,
      "\(count) multiple-response set\(count == 1 ? "" : "s") of '\(file)' cannot be understood")
  }

  static func unknownEncoding(_ name: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-encoding", at: range, "the encoding '\(name)' is not known",
      fixes: [Fix("write 'utf-8' or 'windows-1252'")])
  }

  static func missingFile(_ path: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(.error, id: "missing-file", at: range, "there is no file '\(path)'")
  }

  static func notAFile(_ path: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(.error, id: "not-a-file", at: range, "'\(path)' must be a file, not a folder")
  }

  static func unreadableFile(_ path: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(.error, id: "unreadable-file", at: range, "the file '\(path)' cannot be read")
  }

  static func outsideFolder(_ path: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .error, id: "outside-folder", at: range,
      "'\(path)' is outside the folder of the codebook",
      fixes: [Fix("put the file beside codebook.yaml")])
  }

  static func notUTF8(_ path: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .error, id: "not-utf8", at: range, "'\(path)' must be UTF-8",
      fixes: [
        Fix(
          "save the file as UTF-8; Windows-1252 is a common other encoding, which the survey "
            + "file may have with 'encoding: windows-1252' under 'data'")
      ])
  }
}
