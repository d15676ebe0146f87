import ContentHash
public import Diagnostics
import Foundation
import LocatedYAML
public import SurveyResults

/// The import stage: a codebook and its survey file in, the results model out.
public enum SurveyImporter {
  /// Counts the survey of a report folder by `data/codebook.yaml`.
  ///
  /// - Parameters:
  ///   - folder: the report folder.
  ///   - sources: takes the codebook and the publications, so that diagnostics can quote them.
  ///   - log: takes every fault of the codebook, then of the data.
  /// - Returns: the results with the policy applied; nil if anything is wrong.
  public static func run(
    folder: String, sources: inout [String: SourceFile], into log: inout DiagnosticLog
  ) -> ResultsModel? {
    var files = DataFolder(folder: folder, name: "data")
    defer { sources.merge(files.sources) { first, _ in first } }
    guard let source = files.text("codebook.yaml", at: nil, into: &log),
      let value = LocatedYAML.parse(source, into: &log)
    else { return nil }
    var reader = CodebookReader()
    var codebook = reader.read(value)
    log.append(reader.log)
    guard codebook != nil else { return nil }
    var facts: [PublishedFact] = []
    for (wave, file) in codebook?.publications ?? [] {
      guard let source = files.text(file.text, at: file.range, into: &log),
        let value = LocatedYAML.parse(source, into: &log), let known = codebook
      else { continue }
      let publication = PublicationReader(codebook: known).read(value, wave: wave, into: &log)
      facts += publication.facts
      if let index = codebook?.waves.firstIndex(where: { $0.id == wave }) {
        codebook?.waves[index].publication = publication.source
      }
    }
    guard let codebook, !log.hasErrors else { return nil }
    guard let counter = count(codebook, files: &files, into: &log), !log.hasErrors else {
      return nil
    }
    let model = model(of: codebook, counter: counter, facts: facts, inputs: files.inputs)
    checkCohorts(of: codebook, counter: counter, into: &log)
    return log.hasErrors ? nil : model
  }

  private static func count(
    _ codebook: Codebook, files: inout DataFolder, into log: inout DiagnosticLog
  ) -> RespondentCounter? {
    let name = codebook.dataFile
    guard let path = files.path(of: name.text, at: name.range, into: &log) else { return nil }
    let shown = "data/" + name.text
    do throws(DelimitedRows.Fault) {
      let rows = try DelimitedRows(path: path)
      guard let header = try rows.next() else {
        log.report(.emptyData(shown))
        return nil
      }
      let table = ColumnTable(header: header, file: shown, into: &log)
      guard var decoder = RowDecoder(codebook: codebook, table: table, into: &log) else {
        return nil
      }
      var counter = RespondentCounter(codebook: codebook, table: table)
      var line = rows.line
      var isEmpty = true
      while let row = try rows.next() {
        isEmpty = false
        if row.count == table.count {
          let (segments, responses, weight) = decoder.decode(row, line: line)
          counter.add(segments: segments, responses: responses, weight: weight)
        } else {
          let range = SourceRange(file: shown, start: SourcePosition(line: line, column: 1))
          log.report(.wrongFieldCount(row.count, expected: table.count, at: range))
          if log.diagnostics.count > RowDecoder.faultBound { return nil }
        }
        line = rows.line
      }
      log.append(decoder.log)
      if decoder.faultsLeftOut > 0 {
        log.report(.moreFaults(decoder.faultsLeftOut, file: shown))
      }
      if isEmpty { log.report(.emptyData(shown)) }
      files.addInput(path: path, shown: shown)
      return counter
    } catch {
      report(error, file: shown, at: name.range, into: &log)
      return nil
    }
  }

  private static func report(
    _ fault: DelimitedRows.Fault, file: String, at range: SourceRange,
    into log: inout DiagnosticLog
  ) {
    func place(_ line: Int) -> SourceRange {
      SourceRange(file: file, start: SourcePosition(line: line, column: 1))
    }
    switch fault {
    case .unreadable: log.report(.missingFile(file, at: range))
    case .notUTF8(let line): log.report(.notUTF8(file, at: place(line)))
    case .openQuote(let line): log.report(.openQuote(at: place(line)))
    }
  }

  private static func model(
    of codebook: Codebook, counter: RespondentCounter, facts: [PublishedFact],
    inputs: [InputFile]
  ) -> ResultsModel {
    let wave = codebook.waves[0].id
    let responded = counter.participation
    let questions = codebook.questions.map(\.question)
    let breakdowns = codebook.breakdowns.map(\.breakdown)
    let suppression = Suppression(
      policy: codebook.policy, questions: questions, breakdowns: breakdowns)
    let kept = suppression.apply(to: counter.counts(wave: wave)) { segment, _ in
      responded[segment] ?? 0
    }
    return ResultsModel(
      study: codebook.study, waves: codebook.waves, breakdowns: breakdowns,
      questions: questions, policy: codebook.policy, plan: codebook.plan, inputs: inputs,
      suppressionHash: suppressionHash(of: kept, codebook: codebook),
      participation: participation(of: codebook, responded: responded),
      counts: kept, facts: facts)
  }

  private static func participation(
    of codebook: Codebook, responded: [SegmentKey: Int]
  ) -> [(wave: String, segment: SegmentKey, Participation)] {
    let wave = codebook.waves[0].id
    var result: [(wave: String, segment: SegmentKey, Participation)] = []
    for coded in codebook.breakdowns {
      for segment in coded.breakdown.segments {
        let key = SegmentKey.segment(breakdown: coded.breakdown.id, id: segment.id)
        let cohort = coded.cohorts[segment.id]
        result.append(
          (
            wave, key,
            Participation(
              population: cohort?.population, invited: cohort?.invited,
              responded: responded[key] ?? 0)
          ))
      }
    }
    let first = codebook.breakdowns.first
    let cohorts = first?.breakdown.segments.filter(\.isReported).map { first?.cohorts[$0.id] }
    func sum(_ counts: [Int?]?) -> Int? {
      guard let counts, !counts.isEmpty, counts.allSatisfy({ $0 != nil }) else { return nil }
      return counts.compactMap { $0 }.reduce(0, +)
    }
    let total = Participation(
      population: sum(cohorts?.map { $0?.population }), invited: sum(cohorts?.map { $0?.invited }),
      responded: responded[.total] ?? 0)
    return result + [(wave, .total, total)]
  }

  private static func suppressionHash(
    of counts: [BaseKey: BaseCounts], codebook: Codebook
  ) -> String {
    var text = "\(codebook.policy)\n\(codebook.plan)\n"
    for (key, value) in counts.sorted(by: { $0.key < $1.key }) {
      for (answer, count) in value.answers.sorted(by: { $0.key < $1.key }) {
        if case .withheld(let reason) = count {
          text += "\(key.question) \(key.item ?? "") \(key.segment) \(answer) \(reason.rawValue)\n"
        }
      }
    }
    return ContentHash(of: text).hexadecimal
  }

  private static func checkCohorts(
    of codebook: Codebook, counter: RespondentCounter, into log: inout DiagnosticLog
  ) {
    let responded = counter.participation
    for coded in codebook.breakdowns {
      for segment in coded.breakdown.segments {
        guard let cohort = coded.cohorts[segment.id] else { continue }
        let key = SegmentKey.segment(breakdown: coded.breakdown.id, id: segment.id)
        let counts = [responded[key] ?? 0, cohort.invited, cohort.population].compactMap { $0 }
        if counts != counts.sorted() {
          log.report(
            .cohortOrder(
              segment.id, responded: responded[key] ?? 0, invited: cohort.invited,
              population: cohort.population, at: cohort.range))
        }
      }
    }
    for (count, coded) in zip(counter.unasked, codebook.questions) where count > 0 {
      log.report(.answeredUnasked(count, question: coded.question.id, at: coded.range))
    }
  }
}
