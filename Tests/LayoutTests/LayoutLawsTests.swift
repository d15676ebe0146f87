import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Layout
import PageModel
import TestSupport
import Testing

/// Laws that hold for every document: all content is placed once and read in order, nothing leaves
/// its frame, no two texts overlap, every page makes progress, and the same document gives the same
/// pages.
@Suite struct LayoutLawsTests {
  @Test(arguments: 0..<80) func placesEverythingOnceInItsFrame(seed: UInt64) {
    let style = Self.style(seed: seed)
    let (document, expected, made) = RandomDocument.document(seed: seed, blocks: 16)
    var log = DiagnosticLog()
    let stage = LayoutStage(style: style, typesetter: FixedMetricsTypesetter())
    let paged = stage.layOut(document, into: &log)
    // Now and then a frame is too low for a box, or a column too narrow for a word: that is said.
    let allowed: Set = ["overfull-frame", "overfull-line"]
    #expect(log.diagnostics.allSatisfy { allowed.contains($0.id) }, "seed \(seed)")
    #expect(paged.textsInReadingOrder == expected, "seed \(seed)")
    let words = paged.pages.flatMap(\.items).filter { $0.tagging != .artifact(.layout) }
      .flatMap { $0.text.split(separator: " ") }.filter { $0.first == "w" }
    if log.diagnostics.isEmpty {
      #expect(Set(words).count == words.count, "seed \(seed): a word is placed twice")
      #expect(words.count == made, "seed \(seed): a word is not placed, or nobody wrote it")
      #expect(Self.misplaced(in: paged, style: style) == nil, "seed \(seed)")
    }
    #expect(
      paged.pages.allSatisfy { page in
        page.items.contains { if case .content = $0.tagging { true } else { false } }
      }, "seed \(seed): a page without progress")
    var again = DiagnosticLog()
    #expect(stage.layOut(document, into: &again) == paged, "seed \(seed): another result")
  }

  /// Pages of some height, of one or two columns, with numbers or asterisks.
  private static func style(seed: UInt64) -> StyleSheet {
    var style = StyleSheet.plain(lines: 18 + Int(seed % 17))
    style.pageSize = Size(width: 520, height: 600)
    style.masters["body"]?.frames[0].rect.size.width = 480
    style.masters["body"]?.frames[0].columns = seed % 3 == 0 ? 2 : 1
    style.paragraphs["body"]?.keepsTogether = seed % 5 == 0
    style.paragraphs["heading-1"]?.startsPage = seed % 7 == 0
    style.paragraphs["body"]?.isOnGrid = seed % 2 == 0
    if seed % 4 == 1 { style.sections = .beside(textShare: 0.45, gap: 20) }
    if seed % 4 < 3 {
      var heights = ChartStyle.Heights(of: style.chart)
      heights.rowGap = 2
      heights.plotHeight = 70
      style.chart.least = heights
      heights.rowGap = 24
      heights.barHeight = 14
      heights.plotHeight = 220
      style.chart.most = heights
    }
    return style
  }

  /// The first text that stands outside its frame or on another text; nil if all stand well.
  private static func misplaced(in paged: PagedDocument, style: StyleSheet) -> String? {
    guard let frame = style.masters["body"]?.frames[0].rect else { return nil }
    for (number, page) in paged.pages.enumerated() {
      var lines: [(rect: Rect, text: String)] = []
      for item in page.items {
        if !frame.contains(item.bounds, tolerance: 0.5) {
          return "page \(number + 1): '\(item.text)' leaves its frame"
        }
        for case .glyphs(let mark) in item.marks {
          let ink = Rect(
            x: mark.origin.x, y: mark.origin.y - 6,
            width: max(0, mark.run.width - mark.run.size), height: 6)
          lines.append((ink, mark.run.text))
        }
      }
      lines.sort { $0.rect.top < $1.rect.top }
      for (index, line) in lines.enumerated() {
        var next = index + 1
        while next < lines.count, lines[next].rect.top < line.rect.bottom - 0.5 {
          if lines[next].rect.overlaps(line.rect, tolerance: 0.5) {
            return "page \(number + 1): '\(line.text)' stands on '\(lines[next].text)'"
          }
          next += 1
        }
      }
    }
    return nil
  }

  /// Charts that give way and grow, tables, columns and boxes are set a bounded number of times each:
  /// four times the blocks ask the typesetter four times as often, whatever stands around them.
  @Test(arguments: [1, 2, 3, 7] as [UInt64])
  func asksTheTypesetterInProportionToTheBlocks(seed: UInt64) {
    func calls(_ times: Int) -> Int {
      let (document, _, _) = RandomDocument.document(seed: seed, blocks: 40)
      let blocks = document.parts.flatMap(\.blocks)
      let typesetter = CountingTypesetter()
      var log = DiagnosticLog()
      var many = document
      many.parts = [
        Part(role: .body, title: "", blocks: (0..<times).flatMap { _ in blocks })
      ]
      _ = LayoutStage(style: Self.style(seed: seed), typesetter: typesetter)
        .layOut(many, into: &log)
      return typesetter.calls
    }
    let few = calls(2)
    #expect(Double(calls(8)) <= 4.2 * Double(few))
  }

  @Test(arguments: 0..<10) func ownsEachContentItemOnce(seed: UInt64) {
    let (document, _, _) = RandomDocument.document(seed: seed &+ 1000, blocks: 40)
    var log = DiagnosticLog()
    let paged = LayoutStage(style: .plain(lines: 20), typesetter: FixedMetricsTypesetter())
      .layOut(document, into: &log)
    var owned: [Int: [Int]] = [:]
    for element in paged.structure.elements {
      for case .content(let page, let id) in element.children {
        owned[page, default: []].append(id)
      }
    }
    for (number, page) in paged.pages.enumerated() {
      let ids = page.items.compactMap { item -> Int? in
        if case .content(let id) = item.tagging { id } else { nil }
      }
      #expect(ids == Array(0..<ids.count))
      #expect(owned[number]?.sorted() == ids)
    }
  }
}

extension PagedDocument {
  /// The texts of paragraphs, headings and cells in the order of the tree; labels left out.
  var textsInReadingOrder: [String] {
    var texts: [String] = []
    func text(_ element: Int) -> String {
      structure.elements[element].children.map { child in
        switch child {
        case .element(let index): text(index)
        case .content(let page, let id): self.text(ofContent: id, page: page)
        case .link: ""
        }
      }.joined()
    }
    func visit(_ element: Int) {
      switch structure.elements[element].role {
      case .paragraph, .heading1, .heading2, .tableCell, .tableHeader:
        texts.append(text(element).split(separator: " ").joined(separator: " "))
      case .label: break
      default:
        for case .element(let index) in structure.elements[element].children { visit(index) }
      }
    }
    visit(StructureTree.root)
    return texts
  }
}
