import Diagnostics
import DocumentTree
import Manuscript
import PageModel
import SurveyResults

/// Folds the pages of a document into the entries of its ledger.
struct LedgerBuilder {
  private let document: PagedDocument
  private let results: ResultsModel
  private let owners: ContentOwners
  private let finder: NumberFinder

  init(_ document: PagedDocument, results: ResultsModel) {
    self.document = document
    self.results = results
    owners = ContentOwners(document)
    finder = NumberFinder(
      language: document.metadata.language, people: results.namesOfPeople)
  }

  /// The entries in the order of pages and of drawing.
  func entries() -> [Ledger.Entry] {
    document.pages.indices.flatMap { page in
      owners.blocks(on: page).flatMap { block in
        entries(of: block, on: page) + alternative(of: block, on: page)
      }
    }
  }

  /// The numbers of a block's content on a page: figures as they are, others by what they say.
  private func entries(of block: ContentOwners.Block, on page: Int) -> [Ledger.Entry] {
    var entries: [(offset: Int, entry: Ledger.Entry)] = []
    var vouched: [Range<Int>] = []
    for run in block.runs {
      guard let index = run.origin.figureIndex else { continue }
      vouched.append(run.bytes)
      guard document.figures.indices.contains(index) else { continue }
      if let last = entries.last, last.entry.query == document.figures[index].query,
        block.continues(run)
      {
        // Words over two lines are one number.
        entries[entries.count - 1].entry.text += " " + run.text
        continue
      }
      entries.append((run.bytes.lowerBound, entry(of: run, index, in: block, on: page)))
    }
    for number in finder.numbers(in: block.text, vouched: vouched) {
      guard number.kind != .evaluation,
        let run = block.runs.first(where: { $0.bytes.overlaps(number.bytes) })
      else { continue }
      var entry = plain(number.text, at: number.bytes, in: block, on: page)
      entry.kind = kind(of: number, run.origin)
      entries.append((number.bytes.lowerBound, entry))
    }
    return entries.sorted { $0.offset < $1.offset }.map(\.entry)
  }

  private func plain(
    _ text: String, at bytes: Range<Int>, in block: ContentOwners.Block, on page: Int
  ) -> Ledger.Entry {
    Ledger.Entry(
      page: page + 1, label: document.pages[page].label, block: block.name, kind: .unbound,
      text: Self.clean(text), context: block.context(of: bytes))
  }

  private func entry(
    of run: ContentOwners.Run, _ index: Int, in block: ContentOwners.Block, on page: Int
  ) -> Ledger.Entry {
    var entry = plain(run.text, at: run.bytes, in: block, on: page)
    if case .bound = run.origin { entry.kind = .bound } else { entry.kind = .figure }
    fill(&entry, from: document.figures[index])
    return entry
  }

  private func fill(_ entry: inout Ledger.Entry, from figure: PrintedFigure) {
    entry.query = figure.query
    entry.value = figure.value
    entry.k = figure.count
    entry.n = figure.base
    entry.weighted = figure.isWeighted
    entry.wave = figure.wave
    entry.quality = figure.quality
    entry.source = results.source(of: figure.wave)
    entry.place = figure.range.map { "\($0.file):\($0.start.line):\($0.start.column)" }
  }

  private func kind(of number: StatedNumber, _ origin: Origin) -> Ledger.Entry.Kind {
    switch (origin, number.kind) {
    case (.scale, _): .axis
    case (.structural, _), (.folio, _), (.reference, _), (_, .structural): .structural
    case (.date, _), (_, .date): .date
    case (_, .year): .year
    case (.contact, _), (_, .contact): .contact
    case (_, .quantity): .quantity
    case (.quote, _): .quote
    case (.label, _): .label
    case (.literal, _): .literal
    default: .unbound
    }
  }

  /// The numbers of a chart's alternative text: figures as they are, others as labels.
  private func alternative(of block: ContentOwners.Block, on page: Int) -> [Ledger.Entry] {
    guard let text = block.alternativeText, block.isFirstPage else { return [] }
    func entry(_ bytes: Range<Int>, _ number: String) -> Ledger.Entry {
      Ledger.Entry(
        page: page + 1, label: document.pages[page].label, block: "alternative-text", kind: .label,
        text: number, context: ContentOwners.context(of: bytes, in: text))
    }
    var entries: [(offset: Int, entry: Ledger.Entry)] = []
    for mention in block.alternativeFigures {
      guard document.figures.indices.contains(mention.figure) else { continue }
      let figure = document.figures[mention.figure]
      var found = entry(mention.bytes, figure.printed)
      found.kind = .figure
      fill(&found, from: figure)
      entries.append((mention.bytes.lowerBound, found))
    }
    let vouched = block.alternativeFigures.map(\.bytes)
    for number in finder.numbers(in: text, vouched: vouched)
    where number.kind == .percentage || number.kind == .count {
      entries.append((number.bytes.lowerBound, entry(number.bytes, number.text)))
    }
    return entries.sorted { $0.offset < $1.offset }.map(\.entry)
  }

  /// A text as one line: soft hyphens gone, blanks folded.
  static func clean(_ text: String) -> String {
    text.filter { $0 != "\u{AD}" }.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Origin {
  /// The entry of `PagedDocument.figures` that vouches for a run; nil for what is no figure.
  var figureIndex: Int? {
    switch self {
    case .figure(let index), .bound(let index): index
    default: nil
    }
  }
}

extension ResultsModel {
  /// The hash of the file that figures of a wave come from: the survey file, or the publication.
  func source(of wave: String?) -> String? {
    // Publications are written down in YAML beside the codebook. Of the other inputs the survey file is
    // the one that is read last: codes and quotes come before it.
    let survey = inputs.last { !$0.path.hasSuffix(".yaml") }
    guard let wave, self.wave(wave)?.publication != nil else { return survey?.sha256 }
    let publications = inputs.filter {
      $0.path.hasSuffix(".yaml") && !$0.path.hasSuffix("codebook.yaml")
    }
    let named = publications.filter { $0.path.contains(wave) }
    return (publications.count == 1 ? publications : named).first?.sha256
  }
}
