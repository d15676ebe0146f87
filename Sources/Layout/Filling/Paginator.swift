import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import PageModel

/// Deals the units of parts over pages.
struct Paginator {
  private let setting: TextSetting
  private let matter: RunningMatter
  private let notes: [Int: NoteCollection.Note]
  private var style: StyleSheet { setting.style }

  init(setting: TextSetting, document: Document, notes: [Int: NoteCollection.Note]) {
    self.setting = setting
    matter = RunningMatter(setting: setting, document: document)
    self.notes = notes
  }

  /// Adds the pages of a part.
  func paginate(
    _ part: Part, units: [FlowUnit], composer: inout PageComposer, into log: inout DiagnosticLog
  ) {
    var name = style.partMasters[part.role.rawValue] ?? "body"
    var heads = RunningMatter.Heads(part: part, section: "", folio: "")
    var passed = 0
    if part.role == .back, let sheet = style.print {
      // The back cover is the last page of the sheet: blank pages stand before it.
      PrintMarks(sheet: sheet, page: style.pageSize).fillUp(&composer, for: 1)
    }
    var flow = Flow(
      units: units, notes: notes, galley: Galley(setting: setting),
      columns: style.masters[name]?.frames.first?.columns ?? 1)
    // A page that places nothing leaves nothing undone either: the next one has a higher frame, or
    // takes what no frame is for.
    var idle = 0
    repeat {
      let work = flow.workLeft
      guard let master = style.masters[name], !master.frames.isEmpty else {
        log.report(.unknownMaster(name, in: style.name, known: style.masters.keys.sorted()))
        return
      }
      let fillings = fill(master, from: &flow, passed: &passed, into: &log)
      let number = composer.nextNumber(master.numbering)
      heads.folio = number.label
      for filling in fillings { heads.section = filling.stack.lastSection ?? heads.section }
      compose(fillings, of: master, number: number, heads: heads, composer: &composer, into: &log)
      name = master.next ?? name
      idle = flow.workLeft == work ? idle + 1 : 0
      precondition(idle < 8, "pages make no progress before \(flow.workLeft)")
    } while !flow.isDone
  }

  /// Fills the frames of a page in order.
  private func fill(
    _ master: PageMaster, from flow: inout Flow, passed: inout Int, into log: inout DiagnosticLog
  ) -> [FrameFilling] {
    let next = style.masters[master.next ?? master.name]
    var fillings: [FrameFilling] = []
    for (index, frame) in master.frames.enumerated() where !flow.isDone {
      let later = master.frames.dropFirst(index + 1)
      let following = later.first ?? next?.frames.first
      let isHigherNext = following.map { $0.rect.height > frame.rect.height + 1 } ?? false
      var surroundings = FrameFilling.Surroundings()
      surroundings.reserved = later.flatMap(\.styles).filter { !frame.styles.contains($0) }
      surroundings.mayPass = isHigherNext && passed < 2
      surroundings.nextHeight = following?.rect.height
      surroundings.isForced = passed >= master.frames.count
      surroundings.isPageEmpty = fillings.allSatisfy(\.isEmpty)
      surroundings.notes = fillings.reduce(into: []) { $0.formUnion($1.footer.notes) }
      var filling = FrameFilling(frame: frame, style: style, surroundings: surroundings)
      filling.fill(from: &flow, into: &log)
      passed = filling.isEmpty ? passed + 1 : 0
      fillings.append(filling)
      if let overflow = filling.overflow {
        log.report(.overfullFrame(by: overflow.excess, at: overflow.strip.range))
      }
      if filling.ending?.reason == .startsPage { break }
    }
    return fillings
  }

  private func compose(
    _ fillings: [FrameFilling], of master: PageMaster, number: PageNumber,
    heads: RunningMatter.Heads, composer: inout PageComposer, into log: inout DiagnosticLog
  ) {
    let items = matter.items(of: master, heads: heads, into: &log)
    composer.startPage(
      Page(
        size: style.pageSize, number: number, items: items,
        endings: fillings.compactMap(\.ending)))
    for filling in fillings { composer.add(filling, of: master, style: style) }
    if let link = matter.contentsLink(of: master, into: &log), let contents = matter.contents {
      composer.addContentsLink(
        link.marks, bounds: link.bounds, to: contents.anchor, saying: contents.label)
    }
  }
}
