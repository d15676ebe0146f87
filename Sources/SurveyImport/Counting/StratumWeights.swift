import Diagnostics
import SurveyFiles
import SurveyResults

/// Weights that give each segment of a breakdown its share of the population: N / n.
///
/// n is counted in a pass of its own over one column, before respondents are. (Cochran 1977, *Sampling
/// Techniques*, 5.3: the estimator of a total from a stratified sample.)
struct StratumWeights {
  /// The breakdown, by its position in the codebook.
  let breakdown: Int
  /// The weight of each of its segments; 1 for one that nobody is in.
  let weights: [Double]

  /// Counts the strata of a survey file; nil without strata, or if a population is not known, which is
  /// reported.
  init?(
    codebook: Codebook, survey: SurveyFile, table: ColumnTable, into log: inout DiagnosticLog
  ) throws(SurveyFileFault) {
    guard let name = codebook.strata,
      let position = codebook.breakdowns.firstIndex(where: { $0.breakdown.id == name.text })
    else { return nil }
    let coded = codebook.breakdowns[position]
    var table = table
    var ignored = DiagnosticLog()
    guard let column = table.position(of: coded.column, into: &ignored) else { return nil }
    var meanings = ValueMeanings.segments(of: coded, column: column)
    var people = Array(repeating: 0, count: coded.breakdown.segments.count)
    _ = try survey.readRows(of: table.wanted) { batch in
      meanings.update(from: batch)
      for row in 0..<batch.count {
        if case .position(let segment) = meanings.meaning(in: batch, row: row) {
          people[segment] += 1
        }
      }
    }
    let populations = coded.breakdown.segments.map { coded.cohorts[$0.id]?.population }
    var weights: [Double] = []
    for (segment, index) in zip(coded.breakdown.segments, people.indices) {
      guard people[index] > 0 else {
        weights.append(1)
        continue
      }
      if let population = populations[index], population > 0 {
        weights.append(Double(population) / Double(people[index]))
      } else if segment.isReported {
        log.report(.stratumWithoutPopulation(segment.id, at: name.range))
      } else {
        weights.append(1)
      }
    }
    guard weights.count == people.count else { return nil }
    breakdown = position
    self.weights = weights
  }
}
