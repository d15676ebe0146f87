public import Diagnostics
public import DocumentTree
public import ReportSpec
public import SurveyResults

/// The manuscript stage: spec and results in, a document with every number resolved out.
///
/// Each query goes through the door of the results; each bound word and claim is held against it;
/// each chart gets its alternative text from its own cells.
public struct ManuscriptStage: Sendable {
  private var report: ReportSource
  private let results: ResultsModel
  private let wording: any Wording

  /// Creates a stage for a report and its results.
  public init(report: ReportSource, results: ResultsModel) {
    self.report = report
    self.results = results
    var wording = Manuscript.wording(of: report.language.value.rawValue)
    wording.accepted = wording.accepted.adding(report.words)
    self.wording = wording
  }

  /// Composes an edition.
  ///
  /// - Parameters:
  ///   - edition: the edition.
  ///   - segment: the segment of a sheet; nil for an edition that is one document.
  ///   - log: takes every fault of the prose and blocks, each at its characters.
  /// - Returns: the document, also after errors, so that later stages can report theirs.
  public func compose(
    _ edition: Edition, for segment: SegmentKey? = nil, into log: inout DiagnosticLog
  ) -> Document {
    var stage = self
    stage.report = report.printed(as: edition)
    return stage.document(of: edition, for: segment, into: &log)
  }

  /// The document of an edition; the report is that of the edition already.
  private func document(
    of edition: Edition, for segment: SegmentKey?, into log: inout DiagnosticLog
  ) -> Document {
    var composer = makeComposer()
    checkWaves(into: &log)
    report.texts.check(against: results, into: &log)
    for chapter in edition.template.map({ [$0] }) ?? report.chapters {
      composer.reserveAnchors(of: chapter.blocks)
    }
    composer.tables = edition.tables
    composer.reference = reference(into: &log)
    var scope = Scope()
    scope.this = segment
    composer.reserveCounts(of: edition.template.map { [$0] } ?? report.chapters, in: scope)
    var parts: [Part] = []
    if let template = edition.template {
      parts.append(sheet(template, in: scope, composer: &composer, into: &log))
    } else {
      if edition.hasCover { parts.append(cover(into: &composer)) }
      if let form = edition.contents { parts.append(contents(form, into: &composer)) }
      for chapter in report.chapters {
        parts += self.parts(of: chapter, in: scope, composer: &composer, into: &log)
      }
      if edition.hasBackCover { parts.append(backCover(of: composer)) }
    }
    let sheetTitle = edition.template == nil ? nil : parts.first?.title
    let metadata = Document.Metadata(
      title: sheetTitle ?? report.title.text, subject: report.subtitle?.text ?? "",
      author: report.organisation?.text ?? "", language: report.language.value.rawValue,
      date: composer.imprint.date)
    return Document(
      metadata: metadata, parts: parts, figures: composer.inlines.figures, notes: composer.notes,
      contentsLabel: wording.backToContents)
  }

  private func makeComposer() -> BlockComposer {
    let wave = report.currentWave?.text ?? results.currentWave.id
    let resolver = QueryResolver(results: results, wording: wording, currentWave: wave)
    let inlines = InlineComposer(
      resolver: resolver, words: BoundWords(wording: wording, policy: results.policy),
      claims: Claims(wording: wording, results: results))
    let imprint = Imprint(
      organisation: report.organisation?.text, contact: report.contact,
      authors: report.authors.map(\.text),
      date: report.date.map(\.value.text))
    return BlockComposer(
      results: results, inlines: inlines, imprint: imprint, texts: report.texts)
  }

  private func checkWaves(into log: inout DiagnosticLog) {
    for wave in [report.currentWave, report.previousWave].compactMap({ $0 })
    where results.wave(wave.text) == nil {
      log.report(
        .refused(
          .unknownWave(wave.text, known: results.waves.map(\.id)), at: wave.range))
    }
  }

  /// The report's reference segment, if the results have it.
  private func reference(into log: inout DiagnosticLog) -> SegmentKey? {
    guard let name = report.reference else { return nil }
    do throws(FigureRefusal) {
      return try results.segment(named: name.text)
    } catch {
      log.report(.refused(error, at: name.range))
      return nil
    }
  }

  private func cover(into composer: inout BlockComposer) -> Part {
    var blocks: [Block] = []
    func add(_ text: String?, style: String) {
      guard let text else { return }
      blocks.append(Block(.paragraph([Inline(text)]), style: style))
    }
    add(report.kind?.text, style: "cover-kind")
    blocks.append(
      Block(.heading(level: 1, [Inline(report.title.text)]), style: "cover-title"))
    add(report.subtitle?.text, style: "cover-subtitle")
    let date = composer.imprint.date.map { wording.monthAndYear($0) }
    let lines = [report.organisation?.text, date].compactMap { $0 }
    add(lines.isEmpty ? nil : lines.joined(separator: "\n"), style: "cover-imprint")
    return Part(role: .cover, title: "", blocks: blocks)
  }

  /// The last page: title and organisation, and how it is reached.
  private func backCover(of composer: BlockComposer) -> Part {
    var blocks = [Block(.paragraph([Inline(report.title.text)]), style: "back-title")]
    if let subtitle = report.subtitle {
      blocks.append(Block(.paragraph([Inline(subtitle.text)]), style: "cover-subtitle"))
    }
    let lines = composer.lines(of: report.contact)
    if !lines.isEmpty { blocks.append(Block(.paragraph(lines), style: "cover-imprint")) }
    return Part(role: .back, blocks: blocks)
  }

  private func contents(_ form: ContentsSpec, into composer: inout BlockComposer) -> Part {
    let title = Block(
      .heading(level: 1, [Inline(wording.contents, origin: .label)]),
      anchor: composer.anchor(nil, for: "contents"))
    let contents: Block.ContentsForm =
      switch form {
      case .list(let depth): .list(depth: depth)
      case .tiles: .tiles
      }
    return Part(
      role: .contents, title: wording.contents, blocks: [title, Block(.contents(contents))])
  }

  private func parts(
    of chapter: Chapter, in scope: Scope, composer: inout BlockComposer,
    into log: inout DiagnosticLog
  ) -> [Part] {
    composer.begin(chapter)
    let title = composer.inlines.compose(chapter.title, in: scope, into: &log)
    let running = chapter.runningTitle?.text ?? title.plainText
    let heading = Block(
      .heading(level: 1, title), anchor: composer.anchor(nil, for: title.plainText),
      range: chapter.range)
    let lead = composer.inlines.compose(chapter.lead, in: scope, into: &log)
    let leadBlock = lead.isEmpty ? [] : [Block(.paragraph(lead), style: "lead")]
    let body = composer.compose(chapter.blocks, in: scope, into: &log)
    composer.addFootnotes(of: chapter, in: scope, into: &log)
    let number = chapter.number?.text
    let role: Part.Role = chapter.sectionsFlow ? .flow : .body
    guard chapter.hasDivider else {
      return [
        Part(role: role, title: running, number: number, blocks: [heading] + leadBlock + body)
      ]
    }
    let numberBlock = number.map {
      [Block(.paragraph([Inline($0, origin: .structural)]), style: "chapter-number")]
    }
    let divider = Part(
      role: .divider, title: running, number: number,
      blocks: (numberBlock ?? []) + [heading] + leadBlock)
    return body.isEmpty
      ? [divider] : [divider, Part(role: role, title: running, number: number, blocks: body)]
  }

  private func sheet(
    _ template: Chapter, in scope: Scope, composer: inout BlockComposer,
    into log: inout DiagnosticLog
  ) -> Part {
    composer.begin(template)
    let title = composer.inlines.compose(template.title, in: scope, into: &log)
    var blocks: [Block] = []
    if let kind = report.kind?.text ?? report.organisation?.text {
      blocks.append(Block(.paragraph([Inline(kind)]), style: "cover-kind"))
    }
    blocks.append(
      Block(
        .heading(level: 1, title), anchor: composer.anchor(nil, for: title.plainText),
        range: template.range))
    let lead = composer.inlines.compose(template.lead, in: scope, into: &log)
    if !lead.isEmpty { blocks.append(Block(.paragraph(lead), style: "lead")) }
    blocks += composer.compose(template.blocks, in: scope, into: &log)
    composer.addFootnotes(of: template, in: scope, into: &log)
    return Part(role: .sheet, title: title.plainText, blocks: blocks)
  }
}

/// Who publishes a report, and when.
struct Imprint {
  var organisation: String?
  var contact: ContactDetails?
  var authors: [String]
  /// `2024-11-19`.
  var date: String?
}

extension BlockComposer {
  /// Starts a chapter: its title is level 1, and its headings stand below it.
  mutating func begin(_ chapter: Chapter) {
    headingLevel = 1
    headingShift =
      chapter.blocks.contains { block in
        if case .heading(let level, _, _) = block.content { level == 1 } else { false }
      } ? 1 : 0
    inlines.notes = ChapterNotes(of: chapter.footnotes, first: notes.count)
    inlines.toldCaveats = []
  }

  /// Adds the footnotes that the chapter has marks for, in the order of the marks.
  mutating func addFootnotes(
    of chapter: Chapter, in scope: Scope, into log: inout DiagnosticLog
  ) {
    // A note may have marks of its own: the list grows on the way.
    var position = 0
    while position < inlines.notes.marks.count {
      let (note, scope) = inlines.notes.note(at: position, in: scope)
      notes.append(
        DocumentNote(compose(note?.blocks ?? [], in: scope, into: &log), range: note?.range))
      position += 1
    }
  }
}
