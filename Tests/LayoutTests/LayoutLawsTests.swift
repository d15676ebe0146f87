import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Layout
import PageModel
import TestSupport
import Testing

/// Laws that hold for every document: all content is placed once and in order, nothing leaves its
/// frame, every page makes progress, and the same document gives the same pages.
@Suite struct LayoutLawsTests {
  @Test(arguments: 0..<150) func placesEverythingOnce(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let style = StyleSheet.plain(lines: 6 + Int(random.next() % 20))
    let document = Document.of((0..<40).map { random.block(number: $0) })
    var log = DiagnosticLog()
    let stage = LayoutStage(style: style, typesetter: FixedMetricsTypesetter())
    let paged = stage.layOut(document, into: &log)
    #expect(log.diagnostics.isEmpty, "seed \(seed)")

    let frame = Rect(
      x: 20, y: 20, width: 200, height: style.masters["body"]?.frames[0].rect.height ?? 0)
    for page in paged.pages {
      #expect(!page.items.isEmpty, "seed \(seed): an empty page")
      for item in page.items {
        #expect(frame.contains(item.bounds, tolerance: 0.5), "seed \(seed): \(item.text)")
      }
    }
    let printed = paged.pages.flatMap(\.items).filter { $0.tagging != .artifact(.layout) }
      .map(\.text).joined().split(separator: " ").joined()
    #expect(printed == random.expected.split(separator: " ").joined(), "seed \(seed)")
    var again = DiagnosticLog()
    #expect(stage.layOut(document, into: &again) == paged)
  }

  @Test(arguments: 0..<20) func ownsEachContentItemOnce(seed: UInt64) {
    var random = SplitMix(seed: seed &+ 1000)
    let document = Document.of((0..<40).map { random.block(number: $0) })
    let paged = layOut(document, style: .plain())
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

/// A small seeded generator of documents.
struct SplitMix {
  private var state: UInt64
  /// The words of all blocks made so far, in reading order.
  private(set) var expected = ""

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func words(_ most: UInt64) -> String {
    let words = (0...(next() % most)).map { _ in
      String(repeating: "w", count: Int(next() % 9) + 1)
    }.joined(separator: " ")
    expected += words + " "
    return words
  }

  mutating func block(number: Int) -> Block {
    switch next() % 6 {
    case 0: return .heading(Int(next() % 2) + 1, words(5))
    case 1:
      let items = (0...(next() % 3)).map { _ -> [Block] in
        expected += "• "
        return [.words(words(30))]
      }
      return Block(.list(List(items: items)))
    case 2:
      let blocks = (0...(next() % 2)).map { _ in Block.words(words(15)) }
      return Block(.group(.callout, blocks))
    default: return .words(words(120))
    }
  }
}
