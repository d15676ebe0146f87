import ContentHash
public import Diagnostics
import Foundation
import LocatedYAML
import SurveyFiles
public import SurveyResults

/// The import stage: a codebook and its survey file in, the results model out.
public enum SurveyImporter {
  /// Counts the survey of a report folder by `data/codebook.yaml`.
  ///
  /// - Parameters:
  ///   - folder: the report folder.
  ///   - delivery: a survey file to read in place of the one that the codebook names; nil for that one.
  ///   - progress: is told how many respondents were read, and how many the file says it has.
  ///   - sources: takes the codebook and the publications, so that diagnostics can quote them.
  ///   - log: takes every fault of the codebook, then of the data.
  /// - Returns: the results with the policy applied; nil if anything is wrong.
  public static func run(
    folder: String, delivery: String? = nil, progress: (Int, Int?) -> Void = { _, _ in },
    sources: inout [String: SourceFile], into log: inout DiagnosticLog
  ) -> ResultsModel? {
    var files = DataFolder(folder: folder, name: "data")
    defer { sources.merge(files.sources) { first, _ in first } }
    guard let source = files.text("codebook.yaml", at: nil, into: &log),
      let value = LocatedYAML.parse(source, into: &log)
    else { return nil }
    var reader = CodebookReader()
    let completed = CompletedCodebook(value, delivery: delivery, files: files, into: &log)
    var codebook = reader.read(completed.value)
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
    let quotes = codebook.quotes.map {
      QuoteReader(codebook: codebook).read($0, files: &files, into: &log)
    }
    let cohortFile = CohortFile(codebook: codebook, files: &files, into: &log)
    guard
      let counted = counted(
        codebook, completed.survey, files: &files, progress: progress, into: &log), let cohortFile,
      !log.hasErrors
    else { return nil }
    let cohorts = CohortTable(codebook: codebook, counted: counted.responded, file: cohortFile)
    cohorts.check(into: &log)
    var survey = counted
    survey.responded = cohorts.responded
    CountInvariants(codebook: codebook, survey: survey).check(into: &log)
    if log.hasErrors { return nil }
    let model = model(
      of: codebook, survey: survey, cohorts: cohorts, facts: facts, inputs: files.inputs)
    return model.with(quotes: quotes ?? [])
  }

  /// The counts of respondents or tables; nil if they cannot be had, which is reported.
  private static func counted(
    _ codebook: Codebook, _ survey: SurveyFile?, files: inout DataFolder,
    progress: (Int, Int?) -> Void, into log: inout DiagnosticLog
  ) -> CountedSurvey? {
    if codebook.isTabulated {
      var reader = TableReader(codebook: codebook)
      return reader.read(files: &files, into: &log)
    }
    guard let survey,
      let counter = count(survey, by: codebook, files: &files, progress: progress, into: &log),
      !log.hasErrors
    else { return nil }
    for (count, coded) in zip(counter.unasked, codebook.questions) where count > 0 {
      log.report(.answeredUnasked(count, question: coded.question.id, at: coded.range))
    }
    let wave = codebook.waves[0].id
    var counted = CountedSurvey(
      counts: counter.counts(wave: wave), responded: [wave: counter.participation])
    for (wave, file) in codebook.earlierFiles {
      guard
        let counter = earlier(file, by: codebook, files: &files, progress: progress, into: &log)
      else { continue }
      counted.counts.merge(counter.counts(wave: wave)) { first, _ in first }
      counted.responded[wave] = counter.participation
    }
    return log.hasErrors ? nil : counted
  }

  /// Counts the respondents of an earlier wave: the questions whose columns its file has.
  private static func earlier(
    _ file: LocatedText, by codebook: Codebook, files: inout DataFolder,
    progress: (Int, Int?) -> Void, into log: inout DiagnosticLog
  ) -> RespondentCounter? {
    guard let path = files.path(of: file.text, at: file.range, into: &log) else { return nil }
    do throws(SurveyFileFault) {
      let survey = try SurveyFile(path: path, encoding: codebook.encoding?.text)
      let asked = codebook.asked(in: survey.dictionary, of: file)
      if asked.questions.isEmpty {
        log.report(.otherSurvey(files.shown(file.text), at: file.range))
        return nil
      }
      return count(survey, by: asked, files: &files, progress: progress, into: &log)
    } catch {
      log.report(
        .surveyFile(
          error, file: files.shown(file.text), at: file.range, encoding: codebook.encoding?.range))
      return nil
    }
  }

  /// The codes of open questions, by question.
  private static func codes(
    _ codebook: Codebook, files: inout DataFolder, into log: inout DiagnosticLog
  ) -> [String: CodeTable] {
    var tables: [String: CodeTable] = [:]
    for coded in codebook.questions {
      guard case .codes(let file) = coded.source else { continue }
      tables[coded.question.id] = CodeTable(of: coded, file: file, files: &files, into: &log)
    }
    return tables
  }

  private static func count(
    _ survey: SurveyFile, by codebook: Codebook, files: inout DataFolder,
    progress: (Int, Int?) -> Void, into log: inout DiagnosticLog
  ) -> RespondentCounter? {
    let name = codebook.dataFile
    let shown = "data/" + name.text
    let codes = codes(codebook, files: &files, into: &log)
    do throws(SurveyFileFault) {
      if survey.dictionary.unreadableSets > 0 {
        log.report(
          .unreadableSets(survey.dictionary.unreadableSets, file: shown, at: name.range))
      }
      let table = ColumnTable(survey.dictionary, file: shown, into: &log)
      let strata = try StratumWeights(
        codebook: codebook, survey: survey, table: table, into: &log)
      guard
        var decoder = RowDecoder(
          codebook: codebook, table: table, codes: codes, strata: strata, into: &log)
      else { return nil }
      var counter = RespondentCounter(codebook: codebook)
      var count = 0
      let hash = try survey.readRows(of: decoder.columns) { batch in
        count += batch.count + batch.misshapen.count
        decoder.decode(batch, into: &counter)
        progress(count, survey.dictionary.rows)
      }
      counter.finish()
      log.append(decoder.log)
      decoder.checkCodes(into: &log)
      if decoder.faultsLeftOut > 0 {
        log.report(.moreFaults(decoder.faultsLeftOut, file: shown))
      }
      if count == 0 { log.report(.emptyData(shown)) }
      files.addInput(shown, sha256: hash)
      return counter
    } catch {
      log.report(
        .surveyFile(error, file: shown, at: name.range, encoding: codebook.encoding?.range))
      return nil
    }
  }

  private static func model(
    of codebook: Codebook, survey: CountedSurvey, cohorts: CohortTable,
    facts: [PublishedFact], inputs: [InputFile]
  ) -> ResultsModel {
    let questions = codebook.questions.map(\.question)
    let breakdowns = codebook.breakdowns.map(\.breakdown)
    let suppression = Suppression(
      policy: codebook.policy, questions: questions, breakdowns: breakdowns, plan: codebook.plan,
      strata: codebook.strata?.text)
    let kept = suppression.apply(to: survey.counts) { segment, wave in
      cohorts.responded[wave]?[segment] ?? 0
    }
    return ResultsModel(
      study: codebook.study, waves: codebook.waves, breakdowns: breakdowns,
      questions: questions, policy: codebook.policy, plan: codebook.plan, inputs: inputs,
      suppressionHash: suppressionHash(of: kept, codebook: codebook),
      participation: cohorts.participation,
      counts: kept, facts: facts)
  }

  private static func suppressionHash(
    of counts: [BaseKey: BaseCounts], codebook: Codebook
  ) -> String {
    let policy = codebook.policy
    var text = """
      \(policy.indicative) \(policy.insufficient) \(policy.group) \(policy.cell) \
      \(policy.dominance) \(policy.smallRows.rawValue)

      """
    for rule in codebook.plan {
      text += rule.questions.joined(separator: " ") + " by "
      text += rule.breakdowns.joined(separator: " ") + " "
      text += rule.crossings.map(\.description).joined(separator: " ") + "\n"
    }
    for (key, value) in counts.sorted(by: { $0.key < $1.key }) {
      let place = "\(key.question) \(key.item ?? "") \(key.segment)"
      for (answer, count) in value.answers.sorted(by: { $0.key < $1.key }) {
        if case .withheld(let reason) = count {
          let places = answer.places.map { " \($0)" } ?? ""
          text += "\(place) \(answer.answer)\(places) \(reason.rawValue)\n"
        }
      }
      if case .withheld(let reason) = value.moments {
        text += "\(place) mean \(reason.rawValue)\n"
      }
    }
    return ContentHash(of: text).hexadecimal
  }
}
