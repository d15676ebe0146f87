public import Diagnostics
public import DocumentTree
import Drawing
public import HouseStyle
public import PageModel
public import Typesetting

/// The layout stage: a document and a house style in, pages out. No files, no clock, no C.
///
/// Blocks are collected into flow units with their structure elements, set into strips for the
/// measure of their frame, and the strips are dealt over frames. Page numbers are filled in when all
/// pages are known, into room kept for them; where the room does not do, the pages from there on are
/// laid out once more.
public struct LayoutStage {
  private let style: StyleSheet
  private let typesetter: any Typesetter

  /// Creates a stage for a house style; the typesetter belongs to the calling worker.
  public init(style: StyleSheet, typesetter: any Typesetter) {
    self.style = style
    self.typesetter = typesetter
  }

  /// Lays out a document.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - log: takes `missing-glyph`, `unknown-font-family`, `shaping-failed`, `overfull-line`,
  ///     `overfull-frame`, `too-many-pages`, `unknown-anchor`, `unknown-master` and
  ///     `unsettled-reference`.
  /// - Returns: all pages with everything placed, also after errors, so that all are found at once.
  public func layOut(_ document: Document, into log: inout DiagnosticLog) -> PagedDocument {
    var collector = BlockCollector(document: document, style: style)
    let units = document.parts.map { collector.collect($0) }
    var setting = TextSetting(
      style: style, typesetter: typesetter, language: document.metadata.language)
    if style.notes.marks == .numbers {
      for (index, note) in collector.notes.met {
        setting.late.known[.noteMark(index)] = String(note.number)
      }
    }
    var composer = PageComposer(
      document: PagedDocument(
        metadata: document.metadata, structure: collector.takeStructure(),
        outline: collector.outline, figures: document.figures))
    // How far the pages were before each part.
    var progress: [PageComposer.Progress] = []
    var paginator = Paginator(setting: setting, document: document, notes: collector.notes.met)
    for (part, units) in zip(document.parts, units) {
      progress.append(composer.progress)
      paginator.paginate(part, units: units, composer: &composer, into: &log)
    }
    let filling = LateFilling(setting: setting)
    if let (page, truth) = filling.misfit(in: composer, into: &log) {
      let again = progress.lastIndex { $0.pages <= page } ?? 0
      composer.goBack(to: progress[again])
      setting.late = truth
      paginator = Paginator(setting: setting, document: document, notes: collector.notes.met)
      for (part, units) in zip(document.parts, units).dropFirst(again) {
        paginator.paginate(part, units: units, composer: &composer, into: &log)
      }
      if let (page, _) = filling.misfit(in: composer, into: &log) {
        log.report(.unsettledReference(onPage: composer.document.pages[page].label))
      }
    }
    filling.fill(&composer, into: &log)
    composer.document.structure.complete(collector.chartCells)
    if let sheet = style.print {
      composer.document.print = sheet
      PrintMarks(sheet: sheet, page: style.pageSize).fillUp(&composer)
    }
    checkTargets(of: composer, into: &log)
    checkPageLimit(of: composer.document, into: &log)
    return composer.document
  }

  private func checkTargets(of composer: PageComposer, into log: inout DiagnosticLog) {
    let known = composer.document.destinations
    for target in composer.targets where known[target.anchor] == nil {
      let names = known.keys.filter { !$0.contains(":") }.sorted()
      log.report(.unknownAnchor(target.anchor, known: names, at: target.range))
    }
  }

  private func checkPageLimit(of document: PagedDocument, into log: inout DiagnosticLog) {
    guard let limit = style.pageLimit, document.pages.count > limit else { return }
    let first = document.pages[limit].items.first { $0.range != nil }?.range
    log.report(.tooManyPages(document.pages.count, limit: limit, at: first))
  }
}
