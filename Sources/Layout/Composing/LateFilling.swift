import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import PageModel
import Typesetting

/// Fills in what is known when all pages are: page numbers, and asterisks counted on their page.
struct LateFilling {
  let setting: TextSetting

  /// The first page that has not the room for a text, with the truth as far as it is known.
  func misfit(
    in composer: PageComposer, into log: inout DiagnosticLog
  ) -> (page: Int, truth: LateValues)? {
    var page: Int?
    var truth = setting.late
    for waiting in composer.waiting {
      guard let text = text(of: waiting, in: composer), !text.isEmpty else { continue }
      truth.known[waiting.piece.text] = text
      guard page == nil, case .left(_, let width) = waiting.piece.place,
        text != waiting.piece.guess, let line = line(text, waiting, into: &log),
        abs((line.width - width).points) > 0.01
      else { continue }
      page = waiting.page
    }
    return page.map { ($0, truth) }
  }

  /// Fills in every text.
  func fill(_ composer: inout PageComposer, into log: inout DiagnosticLog) {
    for waiting in composer.waiting {
      guard let text = text(of: waiting, in: composer), text != waiting.piece.guess else {
        continue
      }
      if text.isEmpty {
        reportUnnumbered(waiting, in: composer, into: &log)
        continue
      }
      guard let line = line(text, waiting, into: &log) else { continue }
      let left =
        switch waiting.piece.place {
        case .left(let x, _): x
        case .right(let x): x - line.width
        }
      let pieces = line.pieces(
        of: [Inline(text)], in: waiting.piece.look, element: 0, left: left,
        baseline: waiting.piece.baseline)
      guard let first = pieces.first else { continue }
      let offset = waiting.offset
      composer.resolve(
        waiting, marks: pieces.flatMap(\.marks).map { $0.moved(x: offset.x, y: offset.y) },
        bounds: pieces.reduce(first.bounds) { $0.union($1.bounds) }
          .moved(x: offset.x, y: offset.y))
    }
  }

  /// A sentence cannot lead to a page that has no number; an entry of the contents goes without.
  private func reportUnnumbered(
    _ waiting: PageComposer.WaitingText, in composer: PageComposer, into log: inout DiagnosticLog
  ) {
    guard case .left = waiting.piece.place else { return }
    let item = composer.document.pages[waiting.page].items[waiting.item]
    log.report(.unnumberedPage(at: item.range))
  }

  /// What stands in a place; nil for a page that no block has, which is reported elsewhere.
  private func text(of waiting: PageComposer.WaitingText, in composer: PageComposer) -> String? {
    switch waiting.piece.text {
    case .page(let anchor):
      return composer.document.destinations[anchor].map {
        composer.document.pages[$0.page].label
      }
    case .noteMark(let note):
      if setting.style.notes.marks == .numbers { return setting.late.text(for: .noteMark(note)) }
      let marked = composer.notesOfPages[waiting.page]
      let place = marked.firstIndex(of: note) ?? marked.count
      return String(repeating: "*", count: place + 1)
    }
  }

  private func line(
    _ text: String, _ waiting: PageComposer.WaitingText, into log: inout DiagnosticLog
  ) -> TextLine? {
    setting.line([Inline(text)], look: waiting.piece.look, into: &log)
  }
}
