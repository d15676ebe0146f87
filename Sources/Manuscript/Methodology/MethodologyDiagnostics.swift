import Diagnostics

extension Diagnostic {
  static func undisclosed(_ gap: DisclosureChecklist.Gap, at range: SourceRange?) -> Diagnostic {
    let isDuty = gap.severity == .error
    return Diagnostic(
      gap.severity, id: isDuty ? "undisclosed" : "not-disclosed", at: range,
      "the codebook \(isDuty ? "must" : "should") say \(gap.what): '\(gap.key)' is missing",
      fixes: [Fix("write '\(gap.example)', and import again")])
  }

  static func notAnonymous(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .error, id: "not-anonymous", at: range,
      "a study that keeps who has answered is not anonymous: 'privacy' and 'tracked' contradict "
        + "each other",
      fixes: [Fix("write 'privacy: confidential'")])
  }

  static func perhapsNotAnonymous(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .warning, id: "perhaps-not-anonymous", at: range,
      "reminders to those who have not answered need a list of who has; such a study is not anonymous",
      fixes: [
        Fix("write 'tracked: no' if everybody was reminded, else 'privacy: confidential'")
      ])
  }

  static func noMethodology(_ edition: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, id: "no-methodology", at: range,
      "the edition '\(edition)' says nowhere how the survey was done",
      fixes: [Fix("add a block ```methodology to a chapter")])
  }
}
