import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import Layout
import PageModel
import TestSupport
import Testing
import Typesetting

/// A typesetter that keeps what it was asked to set.
final class TypesetterSpy: Typesetter {
  private let typesetter = FixedMetricsTypesetter()
  /// The texts of paragraphs in order, with whether their words might be divided.
  private(set) var paragraphs: [(text: String, isHyphenated: Bool)] = []
  /// All texts in order, those of paragraphs and those that were set as one line.
  private(set) var texts: [String] = []

  func lines(
    of text: StyledText, measure: Length, options: ParagraphOptions
  ) throws(TypesettingError) -> [TextLine] {
    paragraphs.append((text.text, options.isHyphenated))
    texts.append(text.text)
    return try typesetter.lines(of: text, measure: measure, options: options)
  }

  func line(of text: StyledText) throws(TypesettingError) -> TextLine {
    texts.append(text.text)
    return try typesetter.line(of: text)
  }

  func extents(
    of style: TextStyle
  ) throws(TypesettingError) -> (ascent: Length, descent: Length) {
    try typesetter.extents(of: style)
  }
}

/// How often text is set: once, or once more from the part on whose page numbers did not fit.
@Suite struct PassesTests {
  private func reference(to anchor: String) -> Block {
    Block(
      .paragraph([
        Inline("see page\u{A0}", link: .anchor(anchor)),
        Inline("", origin: .reference, link: .anchor(anchor), late: .page(of: anchor)),
      ]))
  }

  /// A document of three parts of twenty paragraphs; part `marked` has the reference, and the last one
  /// what it leads to, at its head or its end.
  private func document(marked: Int, atEnd: Bool) -> Document {
    var document = Document.of([])
    document.parts = (0..<3).map { part in
      var blocks = (0..<20).map { Block.words("w\(part)-\($0)") }
      if part == marked { blocks.insert(reference(to: "there"), at: 0) }
      if part == 2 {
        blocks.insert(.heading(1, "There", anchor: "there"), at: atEnd ? blocks.count : 0)
      }
      return Part(role: .body, title: "Part \(part)", blocks: blocks)
    }
    return document
  }

  private func timesSet(_ document: Document) -> [Int] {
    let spy = TypesetterSpy()
    var log = DiagnosticLog()
    let paged = LayoutStage(style: .plain(), typesetter: spy).layOut(document, into: &log)
    #expect(log.diagnostics.isEmpty)
    let number = paged.pages.flatMap(\.items).first { $0.origin == .reference }?.text
    #expect(number == (paged.destinations["there"]?.page).map { String($0 + 1) })
    return (0..<3).map { part in spy.paragraphs.count { $0.text.hasPrefix("w\(part)-") } }
  }

  @Test func onlyThePartsFromTheReferenceOnAreSetAgain() {
    // Two digits were guessed, and the page has one: all from the reference's part on is set twice.
    #expect(timesSet(document(marked: 0, atEnd: true)) == [40, 40, 40])
    #expect(timesSet(document(marked: 1, atEnd: true)) == [20, 40, 40])
    #expect(timesSet(document(marked: 2, atEnd: true)) == [20, 20, 40])
    #expect(timesSet(document(marked: 2, atEnd: false)) == [20, 20, 40])
  }

  /// What the first pass left in the tree is taken away: each item is content once, and no element is
  /// without a parent that has it.
  @Test func theSecondPassLeavesNothingOfTheFirst() {
    var document = document(marked: 1, atEnd: true)
    let value = Chart.Cell.value(share: 0.5, label: Inline("50%"), isIndicative: false)
    let chart = Chart(
      kind: .groupedBars, title: [Inline("Title")], rows: [Chart.Row(label: [Inline("row")])],
      series: [Chart.Series(label: [Inline("all")], colour: "role-1")], cells: [[value]],
      alternativeText: [Inline("Half.")])
    document.parts[2].blocks.append(Block(.chart(chart)))
    let paged = layOut(document, style: .plain())
    var expected: Set<StructureElement.Child> = []
    for (page, content) in paged.pages.enumerated() {
      for case .content(let id) in content.items.map(\.tagging) {
        expected.insert(.content(page: page, id: id))
      }
      for index in content.links.indices { expected.insert(.link(page: page, index: index)) }
    }
    for index in paged.structure.elements.indices.dropFirst() {
      expected.insert(.element(index))
    }
    let children = paged.structure.elements.flatMap(\.children)
    #expect(children.count == expected.count)
    #expect(Set(children) == expected)
    #expect(paged.structure.elements.contains { $0.role == .figure && $0.bounds != nil })
  }

  @Test func aGuessThatHasTheRightWidthCostsNothing() {
    var document = document(marked: 0, atEnd: true)
    document.parts[1].blocks += (0..<60).map { Block.words("more \($0)") }
    #expect(timesSet(document) == [20, 20, 20])
  }

  /// Whatever the numbers turn out to be, nothing is ever set a third time.
  @Test(arguments: UInt64(0)..<30) func nothingIsSetAThirdTime(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = 40 + Int(random.next() % 80)
    var blocks: [Block] = []
    for number in 0..<count {
      // Lines that are full or not, as the number of the page has one digit, two or three.
      let letters = Int(random.next() % 30)
      let target = "a\(random.next() % UInt64(count))"
      var paragraph = [Inline("w\(number) " + String(repeating: "x", count: letters) + "\u{A0}")]
      paragraph.append(
        Inline("", origin: .reference, link: .anchor(target), late: .page(of: target)))
      paragraph.append(Inline(" " + String(repeating: "y", count: Int(random.next() % 9))))
      blocks.append(Block(.paragraph(paragraph), anchor: "a\(number)"))
    }
    let spy = TypesetterSpy()
    var log = DiagnosticLog()
    let paged = LayoutStage(style: .plain(lines: 3), typesetter: spy)
      .layOut(.of(blocks), into: &log)
    #expect(log.diagnostics.allSatisfy { $0.id == "unsettled-reference" }, "seed \(seed)")
    for number in 0..<count {
      let times = spy.paragraphs.count { $0.text.hasPrefix("w\(number) ") }
      #expect((1...2).contains(times), "seed \(seed): \(times) times")
    }
    let references = paged.pages.flatMap(\.items).filter { $0.origin == .reference }
    #expect(references.count == count, "seed \(seed)")
  }

  @Test func aNoteIsSetOnceForAllLinesWithItsMark() {
    let mark = Inline("", .superscript, origin: .structural, late: .noteMark(0))
    var document = Document.of((0..<60).map { Block(.paragraph([Inline("w\($0)"), mark])) })
    document.notes = [DocumentNote([.words("the note")])]
    let spy = TypesetterSpy()
    var log = DiagnosticLog()
    let paged = LayoutStage(style: .plain(), typesetter: spy).layOut(document, into: &log)
    #expect(paged.pages.count > 6)
    #expect(spy.paragraphs.count { $0.text == "the note" } == 1)
  }

  @Test func noWordOfAHeadingIsDivided() {
    var style = StyleSheet.plain()
    for name in ["body", "heading-1", "heading-2", "heading-3"] {
      style.paragraphs[name]?.isHyphenated = true
    }
    let spy = TypesetterSpy()
    var log = DiagnosticLog()
    _ = LayoutStage(style: style, typesetter: spy).layOut(
      .of([.heading(1, "One"), .heading(2, "Two"), .heading(3, "Three"), .words("text")]),
      into: &log)
    #expect(spy.paragraphs.map(\.text) == ["One", "Two", "Three", "text"])
    #expect(spy.paragraphs.map(\.isHyphenated) == [false, false, false, true])
  }

  @Test func noWordIsDividedOverTwoPages() {
    // The tenth line of the page would end in the middle of a word that no line holds.
    let full = String(repeating: "x", count: 39)
    let long = String(repeating: "a", count: 39) + "\u{AD}" + String(repeating: "b", count: 30)
    let words = Array(repeating: full, count: 9) + [long] + Array(repeating: full, count: 3)
    let paged = layOut(.of([.words(words.joined(separator: " "))]), style: .plain())
    #expect(paged.linesPerPage == [9, 5])
    let texts = paged.pages.map { $0.items.map(\.text).joined() }
    #expect(texts[1].hasPrefix("aaa") && texts[1].contains("a\u{AD}b"))
  }

  /// Ten thousand blocks cost four times as much as a quarter of them, in strips and in time.
  @Test func tenThousandBlocksAreLinear() {
    func cost(_ count: Int) -> (paragraphs: Int, seconds: Double) {
      let spy = TypesetterSpy()
      let blocks = (0..<count).map { number in
        number % 20 == 0 ? Block.heading(2, "Head \(number)") : Block.words("word \(number)")
      }
      var log = DiagnosticLog()
      let start = ThreadClock.seconds
      let paged = LayoutStage(style: .plain(lines: 30), typesetter: spy)
        .layOut(.of(blocks), into: &log)
      let seconds = ThreadClock.seconds - start
      #expect(paged.linesPerPage.reduce(0, +) == count)
      return (spy.paragraphs.count, seconds)
    }
    _ = cost(100)
    let small = cost(2_500)
    let large = cost(10_000)
    #expect(small.paragraphs == 2_500 && large.paragraphs == 10_000)
    // Four times is linear, sixteen times the square; caches account for the rest.
    #expect(large.seconds < 8 * small.seconds, "\(small.seconds) s, \(large.seconds) s")
  }
}
