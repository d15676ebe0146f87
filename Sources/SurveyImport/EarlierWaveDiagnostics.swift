import Diagnostics

extension Diagnostic {
  static func waveFile(isFirst: Bool, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "wave-file", at: range,
      isFirst
        ? "the respondents of the current wave are in the file that 'data' names"
        : "a wave has respondents in a 'file' or is 'published', and not both")
  }
}
