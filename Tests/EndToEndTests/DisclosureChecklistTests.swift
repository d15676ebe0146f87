import Diagnostics
import Foundation
import Press
import Testing

/// What a publication must say of its survey: each key that a codebook leaves out is named.
@Suite struct DisclosureChecklistTests {
  private func faults(_ edits: [MiniReport.Edit]) throws -> [String] {
    let report = try MiniReport(edits)
    defer { report.remove() }
    let imported = try Press.importSurvey(in: report.folder.path)
    #expect(imported.log.diagnostics.isEmpty)
    let outcome = try Press.check(report.folder.path, house: house, edition: "report")
    return outcome.log.sorted.map { "\($0.severity.rawValue) \($0.id): \($0.summary)" }
  }

  private func codebook(_ old: String, _ new: String = "") -> MiniReport.Edit {
    MiniReport.Edit("data/codebook.yaml", old, new)
  }

  @Test func aCompleteStudyIsSilent() throws {
    #expect(try faults([]) == [])
  }

  @Test func eachObligationIsAnError() throws {
    let lines = [
      ("sponsor: The kitchen", "study.sponsor"), ("agency: The scullery", "study.agency"),
      ("population: everybody who works here", "study.population"),
      ("population: 100, ", "population"),
      ("population-source: the payroll", "study.population-source"),
      ("population-date: 1 May 2024", "study.population-date"),
      ("frame: everybody with a locker", "study.frame"),
      ("coverage: ten cooks have no locker", "study.coverage"), (", invited: 300", "invited"),
      ("mode: on paper", "study.mode"), ("languages: English", "study.languages"),
      (", fieldwork: [2024-06-03, 2024-06-07]", "fieldwork"),
    ]
    let faults = try faults(lines.map { codebook($0.0) })
    #expect(faults.count == lines.count)
    for (fault, line) in zip(faults, lines) {
      #expect(fault.hasPrefix("error undisclosed: "))
      #expect(fault.hasSuffix("'\(line.1)' is missing"))
    }
  }

  @Test func eachAdviceIsAWarning() throws {
    let lines = [
      ("membership: The scullery follows the code of the guild.", "study.membership"),
      ("nonresponse: nothing is known of the others.", "study.nonresponse"),
      ("questionnaire: one question", "study.questionnaire"),
      ("privacy: confidential", "study.privacy"), ("retention: a week", "study.retention"),
      ("contact: the scullery", "study.contact"), (#"version: "1""#, "study.version"),
    ]
    let faults = try faults(lines.map { codebook($0.0) })
    #expect(faults.count == lines.count)
    for (fault, line) in zip(faults, lines) {
      #expect(fault.hasPrefix("warning not-disclosed: "))
      #expect(fault.hasSuffix("'\(line.1)' is missing"))
    }
  }

  @Test func whoIsTrackedIsNotAnonymous() throws {
    let anonymous = codebook("privacy: confidential", "privacy: anonymous")
    let reminders = codebook("06-07] }", "06-07], reminders: [2024-06-05] }")
    #expect(try faults([anonymous]) == [])
    #expect(
      try faults([anonymous, reminders]).map { $0.prefix { $0 != ":" } }
        == ["warning perhaps-not-anonymous"])
    let tracked = codebook("privacy: confidential", "privacy: anonymous\n  tracked: yes")
    #expect(try faults([tracked]).map { $0.prefix { $0 != ":" } } == ["error not-anonymous"])
    let untracked = codebook("privacy: confidential", "privacy: anonymous\n  tracked: no")
    #expect(try faults([untracked, reminders]) == [])
  }

  @Test func aReportSaysHowTheSurveyWasDone() throws {
    let faults = try faults([.init("chapters/one.md", "```methodology\n```", "")])
    #expect(faults.map { $0.prefix { $0 != ":" } } == ["warning no-methodology"])
  }
}
