import DocumentTree
import Drawing
import HouseStyle
import PageModel
import Testing

@Suite struct FootnoteTests {
  /// Lines of text of which one has the mark of a note.
  private func marked(_ words: String, note: Int) -> Block {
    Block(
      .paragraph([
        Inline(words), Inline("", .superscript, origin: .structural, late: .noteMark(note)),
      ]))
  }

  private func document(_ blocks: [Block], notes: [[Block]]) -> Document {
    var document = Document.of(blocks)
    document.notes = notes.map { DocumentNote($0) }
    return document
  }

  private func style(lines: Int = 10, marks: NoteStyle.Marks = .numbers) -> StyleSheet {
    var style = StyleSheet.plain(lines: lines)
    style.notes = NoteStyle(
      marks: marks, gap: 6, rule: .init(colour: "rule", width: 1, length: 60, gap: 5))
    return style
  }

  @Test func notesMarkedInColumnsStandAcrossTheFrameUpToTheirMeasure() {
    let text = String(repeating: "x", count: 30) + " " + String(repeating: "y", count: 30)
    let columns = Block(
      .group(.columns(2), [marked("left", note: 0), .words("right")]))
    func lines(_ measure: Length?) -> Int {
      var style = style(lines: 20)
      style.notes.measure = measure
      style.masters["body"]?.frames[0].rect.size.width = 400
      style.pageSize.width = 440
      let paged = layOut(document([columns], notes: [[.words(text)]]), style: style)
      let marks = paged.pages[0].items.filter { $0.text.contains("x") || $0.text.contains("y") }
        .flatMap(\.marks)
      return marks.reduce(into: Set<Length>()) { levels, mark in
        if case .glyphs(let glyphs) = mark { levels.insert(glyphs.origin.y) }
      }.count
    }
    // Sixty letters of five points stand on one line across the frame, on two of 200 points.
    #expect(lines(nil) == 1)
    #expect(lines(200) == 2)
  }

  @Test func setsANoteAtTheFootOfThePageOfItsMark() {
    let paged = layOut(
      document([.lines(2), marked("here", note: 0), .lines(9)], notes: [[.words("The note.")]]),
      style: style())
    let note = paged.pages[0].items.first { $0.text == "The note." }
    // The frame ends at 140 points; the note is the last line in it.
    #expect(note?.bounds.bottom == 139)
    #expect(paged.pages.count == 2)
    #expect(paged.structureDump.contains("Note #note-1\n      Lbl"))
    #expect(paged.structureDump.contains("Reference\n        Link"))
    #expect(paged.pages[0].links.map(\.target) == [.anchor("note:1")])
    #expect(paged.destinations["note:1"]?.page == 0)
  }

  @Test func takesTheLineOfTheMarkToThePageWithRoomForTheNote() {
    // Eight lines leave two: the line of the mark fits, and its note does not.
    let paged = layOut(
      document([.lines(8), marked("here", note: 0)], notes: [[.words("one"), .words("two")]]),
      style: style())
    #expect(paged.textLinesPerPage == [8, 3])
  }

  @Test func letsALongNoteGoOnAtTheFootOfTheNextPage() {
    let paged = layOut(
      document(
        [.lines(5), marked("here", note: 0), .lines(3, "y")],
        notes: [(0..<8).map { _ in .words("nn") }]),
      style: style())
    // Six lines of text leave room for three of the note; five go on, above them what follows.
    #expect(paged.pages.count == 2)
    #expect(paged.textLinesPerPage == [9, 8])
    let first = paged.pages[1].items.first { $0.text.hasPrefix("n") }
    let text = paged.pages[1].items.first { $0.text.hasPrefix("y") }
    #expect((first?.bounds.top ?? 0) > (text?.bounds.bottom ?? 999))
    #expect(paged.pages[0].endings[0].relaxations == [.noteGoesOn])
  }

  @Test func printsANoteOnceAPageAndReadsItOnce() {
    let paged = layOut(
      document(
        [
          marked("one", note: 0), marked("two", note: 0), .lines(9), marked("three", note: 0),
        ], notes: [[.words("The note.")]]), style: style())
    let notes = paged.pages.map { page in page.items.filter { $0.text == "The note." } }
    #expect(notes.map(\.count) == [1, 1])
    #expect(notes[1][0].tagging == .artifact(.layout))
    #expect(paged.structure.elements.filter { $0.role == .note }.count == 1)
  }

  @Test func countsAsterisksOnEachPage() {
    let paged = layOut(
      document(
        [marked("one", note: 0), marked("two", note: 1), .lines(9), marked("three", note: 2)],
        notes: [[.words("A")], [.words("B")], [.words("C")]]), style: style(marks: .asterisks))
    let marks = paged.pages.map { page in
      page.items.filter { $0.text.hasPrefix("*") }.map(\.text)
    }
    #expect(marks == [["*", "**", "*", "**"], ["*", "*"]])
  }

  @Test func numbersTheNotesOfEachChapter() {
    var document = document([marked("one", note: 0)], notes: [[.words("A")], [.words("B")]])
    document.parts.append(Part(role: .body, title: "Next", blocks: [marked("two", note: 1)]))
    let paged = layOut(document, style: style())
    for page in paged.pages {
      #expect(page.items.filter { $0.origin == .structural }.map(\.text) == ["1", "1"])
    }
  }
}

extension PagedDocument {
  /// The number of lines of prose on each page.
  var textLinesPerPage: [Int] {
    pages.map { page in
      var baselines: Set<Length> = []
      for item in page.items where item.origin == .prose {
        for case .glyphs(let mark) in item.marks { baselines.insert(mark.origin.y) }
      }
      return baselines.count
    }
  }
}
