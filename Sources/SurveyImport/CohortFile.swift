import Diagnostics
import SurveyResults

/// Populations and invitations from a file, for many segments, for crossings and for earlier waves.
///
/// The columns are `segment` and, as far as they are known, `wave`, `population`, `invited` and, beside
/// tables, `responded`.
struct CohortFile {
  /// A row of the file.
  struct Entry {
    var counts: (population: Int?, invited: Int?, responded: Int?)
    var range: SourceRange
  }

  /// By wave and segment.
  private(set) var entries: [String: [SegmentKey: Entry]] = [:]

  /// Reads a file; what it says is checked where participation is.
  init?(codebook: Codebook, files: inout DataFolder, into log: inout DiagnosticLog) {
    guard let name = codebook.cohorts else { return }
    guard
      let table = CompanionTable(name, required: ["segment"], files: &files, into: &log)
    else { return nil }
    let waves = codebook.waves.filter { $0.publication == nil }.map(\.id)
    let names = SegmentNames(breakdowns: codebook.breakdowns.map(\.breakdown))
    for row in table.all {
      guard let segment = row["segment"] else {
        log.report(.emptyField("segment", at: row.range))
        continue
      }
      let wave = row["wave"] ?? waves[0]
      if !waves.contains(wave) {
        log.report(.unknownName(wave, kind: "wave", known: waves, at: row.range))
      }
      func count(_ column: String) -> Int? {
        guard let text = row[column] else { return nil }
        if let count = Int(text), (0...10_000_000_000).contains(count) { return count }
        log.report(.badCount(column, text, at: row.range))
        return nil
      }
      let counts = (count("population"), count("invited"), count("responded"))
      guard let key = names.key(of: LocatedText(segment, at: row.range), into: &log) else {
        continue
      }
      if entries[wave]?[key] != nil { log.report(.repeatedCohort(key, at: row.range)) }
      entries[wave, default: [:]][key] = Entry(counts: counts, range: row.range)
    }
  }
}
