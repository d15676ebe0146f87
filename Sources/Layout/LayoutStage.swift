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
/// pages are known, into room kept for them, so that no page is laid out twice.
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
  ///     `overfull-frame`, `too-many-pages`, `unknown-anchor` and `unknown-master`.
  /// - Returns: all pages with everything placed, also after errors, so that all are found at once.
  public func layOut(_ document: Document, into log: inout DiagnosticLog) -> PagedDocument {
    let setting = TextSetting(
      style: style, typesetter: typesetter, language: document.metadata.language)
    var composer = PageComposer(
      document: PagedDocument(metadata: document.metadata, figures: document.figures))
    let headings = DocumentHeading.all(of: document)
    for part in document.parts {
      var collector = BlockCollector(
        style: style, headings: headings, structure: composer.document.structure)
      collector.outline = composer.document.outline
      let units = collector.collect(part)
      composer.document.structure = collector.structure
      composer.document.outline = collector.outline
      let cursor = FlowCursor(units: units, galley: Galley(setting: setting))
      paginate(part, cursor: cursor, setting: setting, composer: &composer, into: &log)
    }
    resolveReferences(in: &composer, setting: setting, into: &log)
    checkTargets(of: composer, into: &log)
    checkPageLimit(of: composer.document, into: &log)
    return composer.document
  }

  private func paginate(
    _ part: Part, cursor: FlowCursor, setting: TextSetting, composer: inout PageComposer,
    into log: inout DiagnosticLog
  ) {
    var cursor = cursor
    let matter = RunningMatter(setting: setting, title: composer.document.metadata.title)
    var name = style.partMasters[part.role.rawValue] ?? "body"
    var passed = 0
    repeat {
      guard let master = style.masters[name], !master.frames.isEmpty else {
        log.report(.unknownMaster(name, in: style.name, known: style.masters.keys.sorted()))
        return
      }
      let label = String(composer.document.pages.count + 1)
      let items = matter.items(of: master, part: part, folio: label, into: &log)
      composer.startPage(Page(size: style.pageSize, label: label, items: items))
      let next = style.masters[master.next ?? name]
      for (index, frame) in master.frames.enumerated() where !cursor.isDone {
        cursor.prepare(measure: frame.rect.width, into: &log)
        let following = master.frames.dropFirst(index + 1).first ?? next?.frames.first
        let isHigherNext = following.map { $0.rect.height > frame.rect.height + 1 } ?? false
        var filling = FrameFilling(
          frame: frame, reserved: master.frames.dropFirst(index + 1).flatMap(\.styles),
          grid: style.baseline, mayPass: isHigherNext && passed < 2,
          isForced: passed >= master.frames.count)
        filling.fill(from: &cursor, into: &log)
        passed = filling.placed.isEmpty ? passed + 1 : 0
        composer.add(filling, in: frame, of: master, style: style)
        if let overflow = filling.overflow {
          log.report(.overfullFrame(by: overflow.excess, at: overflow.strip.range))
        }
      }
      name = master.next ?? name
    } while !cursor.isDone
  }

  private func resolveReferences(
    in composer: inout PageComposer, setting: TextSetting, into log: inout DiagnosticLog
  ) {
    for waiting in composer.waiting {
      guard let destination = composer.document.destinations[waiting.reference.anchor] else {
        continue
      }
      let text = [
        Inline(composer.document.pages[destination.page].label, origin: .reference)
      ]
      let paragraph = style.paragraph(waiting.reference.style)
      guard let line = setting.line(text, in: paragraph, into: &log) else { continue }
      let pieces = line.pieces(
        of: text, element: 0, left: waiting.reference.right - line.width,
        baseline: waiting.reference.baseline)
      for piece in pieces {
        let offset = waiting.offset
        composer.resolve(
          waiting, marks: piece.marks.map { $0.moved(x: offset.x, y: offset.y) },
          bounds: piece.bounds.moved(x: offset.x, y: offset.y))
      }
    }
  }

  private func checkTargets(of composer: PageComposer, into log: inout DiagnosticLog) {
    let known = composer.document.destinations
    for target in composer.targets where known[target.anchor] == nil {
      log.report(
        .unknownAnchor(target.anchor, known: known.keys.sorted(), at: target.range))
    }
  }

  private func checkPageLimit(of document: PagedDocument, into log: inout DiagnosticLog) {
    guard let limit = style.pageLimit, document.pages.count > limit else { return }
    let first = document.pages[limit].items.first { $0.range != nil }?.range
    log.report(.tooManyPages(document.pages.count, limit: limit, at: first))
  }
}

extension BlockCollector {
  /// The units of a part, below a section of its own in the tree.
  mutating func collect(_ part: Part) -> [FlowUnit] {
    var section = StructureElement(role: .section)
    section.title = part.title.isEmpty ? nil : part.title
    let element = structure.add(section, to: StructureTree.root)
    return collect(part.blocks, at: Place(element: element))
  }
}
