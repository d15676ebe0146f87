import DocumentTree
import TestSupport

/// A seeded generator of documents of every kind of block, with footnotes, groups and lists in one
/// another, that knows what has to be read out in which order.
struct RandomDocument {
  private var random: SeededGenerator
  private(set) var notes: [DocumentNote] = []
  /// The texts of all paragraphs, headings and cells, in reading order.
  private(set) var expected: [String] = []
  /// How many words were made, each another.
  private(set) var word = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A document of a number of blocks.
  ///
  /// - Returns: the document, its texts in reading order, and the number of its words.
  static func document(
    seed: UInt64, blocks: Int
  ) -> (document: Document, expected: [String], words: Int) {
    var made = RandomDocument(seed: seed)
    var document = Document.of((0..<blocks).map { _ in made.block(depth: 0) })
    document.notes = made.notes
    return (document, made.expected, made.word)
  }

  private mutating func number(_ below: Int) -> Int { Int(random.next() % UInt64(below)) }

  /// Words of which each is there once in the document.
  private mutating func words(_ most: Int) -> String {
    (0...number(most)).map { _ in
      word += 1
      return "w\(word)" + String(repeating: "x", count: number(7))
    }.joined(separator: " ")
  }

  /// Text, now and then with the mark of a note; the notes that it marks.
  private mutating func text(_ most: Int) -> (text: [Inline], notes: [Int]) {
    let before = words(most)
    guard number(8) == 0 else { return ([Inline(before)], []) }
    notes.append(DocumentNote([]))
    let note = notes.count - 1
    let mark = Inline("", .superscript, origin: .structural, late: .noteMark(note))
    return ([Inline(before), mark, Inline(" " + words(9))], [note])
  }

  private mutating func expect(_ text: [Inline], notes marked: [Int]) {
    let numbered = text.map { inline -> String in
      if case .noteMark(let note) = inline.late { return String(note + 1) }
      return inline.text
    }
    expected.append(numbered.joined())
    for note in marked { writeNote(note) }
  }

  private mutating func writeNote(_ index: Int) {
    let long = number(4) == 0
    notes[index].blocks = (0...number(2)).map { _ in
      let text = words(long ? 60 : 12)
      expected.append(text)
      return .words(text)
    }
  }

  private mutating func paragraph(_ most: Int) -> Block {
    let (text, marked) = text(most)
    expect(text, notes: marked)
    return Block(.paragraph(text))
  }

  private mutating func table() -> Block {
    func row(
      _ made: inout RandomDocument, _ marked: inout [Int], mayBeHigh: Bool = true
    ) -> [Table.Cell] {
      // Now and then a row is higher than a page.
      let most = mayBeHigh && made.number(30) == 0 ? 240 : 4
      return (0..<3).map { _ in
        let (text, own) = made.text(most)
        made.expect(text, notes: [])
        marked += own
        return Table.Cell(text)
      }
    }
    var marked: [Int] = []
    let header = row(&self, &marked, mayBeHigh: false)
    var groups: [Table.Group] = []
    let size = 2 + number(12)
    let isGrouped = number(2) == 0
    let rows = (0...number(24)).map { index in
      if isGrouped, index % size == size / 2 {
        let (text, own) = text(6)
        expect(text, notes: [])
        marked += own
        groups.append(
          Table.Group(head: text, continuation: [Inline("again")], firstRow: index))
      }
      return row(&self, &marked)
    }
    for note in marked { writeNote(note) }
    return Block(
      .table(
        Table(
          columns: [.start, .start, .end], header: [header], rows: rows, groups: groups)))
  }

  private mutating func chart() -> Block {
    let kinds: [Chart.Kind] = [.groupedBars, .stackedBars, .columns, .lines, .ranking]
    let kind = kinds[number(kinds.count)]
    let title = words(5)
    expected.append(title)
    let series = (0...number(3)).map { index in
      Chart.Series(label: [Inline(words(1))], colour: "role-\(index + 1)")
    }
    let rows = (0...number(14)).map { _ in Chart.Row(label: [Inline(words(4))]) }
    let cells = rows.map { _ in
      series.map { _ in
        Chart.Cell.value(
          share: Double(1 + number(90)) / 100 / Double(series.count),
          label: Inline("\(number(90))%"),
          isIndicative: false)
      }
    }
    let note = words(20)
    expected.append(note)
    return Block(
      .chart(
        Chart(
          kind: kind, title: [Inline(title)], rows: rows, series: series, cells: cells,
          notes: [[Inline(note)]], alternativeText: [Inline("A chart.")])))
  }

  private mutating func list(depth: Int) -> Block {
    let items = (0...number(4)).map { _ -> [Block] in
      var blocks = [paragraph(30)]
      if depth < 2, number(3) == 0 { blocks.append(list(depth: depth + 1)) }
      return blocks
    }
    return Block(.list(List(isOrdered: number(2) == 0, items: items)))
  }

  private mutating func group(depth: Int) -> Block {
    let groups: [Block.Group] = [
      .callout, .together, .apart, .page, .wide, .columns(2), .columns(3), .beside,
    ]
    let group = groups[number(groups.count)]
    let blocks = (0...number(5)).map { _ in block(depth: depth + 1) }
    return Block(.group(group, blocks))
  }

  private mutating func block(depth: Int) -> Block {
    switch number(11) {
    case 0, 1:
      let (text, marked) = text(5)
      expect(text, notes: marked)
      return Block(.heading(level: number(2) + 1, text))
    case 2, 3: return list(depth: 0)
    case 4: return table()
    case 10: return chart()
    case 5, 6: return depth < 2 ? group(depth: depth) : paragraph(40)
    default: return paragraph(120)
    }
  }
}
