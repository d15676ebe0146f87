import Diagnostics
import SurveyResults
import TestSupport
import Testing

/// Damaged files: the import says what is wrong, or counts what is left; it never traps.
@Suite struct ImportFuzzTests {
  @Test(arguments: [SmallSurvey.codebook, SmallSurvey.answers, SmallSurvey.publication])
  func randomBytes(_ file: String) throws {
    for seed in UInt64(1)...150 {
      var random = SeededGenerator(seed: seed)
      var survey = SmallSurvey()
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let count = survey.files[file]?.count ?? 0
        let place = Int.random(in: 0..<count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: survey.files[file]?[place] = UInt8.random(in: 0...255, using: &random)
        case 1: survey.files[file]?[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: survey.files[file]?.remove(at: place)
        default: survey.files[file]?.insert(UInt8.random(in: 32...126, using: &random), at: place)
        }
      }
      let (results, diagnostics) = try survey.imported()
      #expect(
        (results == nil) == diagnostics.contains { $0.severity == .error }, "seed \(seed)")
      if let results { _ = ResultsTable.overview(results) }
    }
  }

  @Test(arguments: [SmallSurvey.codebook, SmallSurvey.answers, SmallSurvey.publication])
  func cutOffFiles(_ file: String) throws {
    let whole = SmallSurvey().files[file] ?? []
    for length in stride(from: 0, to: whole.count, by: 23) {
      var survey = SmallSurvey()
      survey.files[file] = Array(whole.prefix(length))
      let (results, diagnostics) = try survey.imported()
      #expect(
        (results == nil) == diagnostics.contains { $0.severity == .error }, "\(length) bytes")
    }
  }

  @Test func hugeNumbersInTheCodebook() throws {
    let numbers = ["9223372036854775807", "-9223372036854775808", "1e308", "-1e308", "0.1", "x"]
    for key in [
      "population: 40", "invited: 38", "group: 10", "cell: 5", "dominance: 0.9", "indicative: 20",
      "insufficient: 12", "from: 0", "to: 120",
    ] {
      for number in numbers {
        var survey = SmallSurvey()
        let name = key.split(separator: ":")[0]
        try survey.replace(key, "\(name): \(number)", in: SmallSurvey.codebook)
        let (results, diagnostics) = try survey.imported()
        #expect(
          (results == nil) == diagnostics.contains { $0.severity == .error }, "\(name) \(number)")
      }
    }
  }
}
