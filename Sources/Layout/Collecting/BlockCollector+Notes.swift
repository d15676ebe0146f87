import DocumentTree
import Drawing
import HouseStyle
import PageModel

/// The footnotes of a document, as they are met in reading order.
struct NoteCollection {
  /// A footnote whose mark was met.
  struct Note {
    /// The units of its text.
    var units: [FlowUnit]
    /// Its number in its chapter, from 1.
    var number: Int
  }

  /// The footnotes of the document.
  let notes: [DocumentNote]
  /// Those whose marks were met, by index.
  private(set) var met: [Int: Note] = [:]
  private var chapter = ""
  private var count = 0

  init(notes: [DocumentNote]) { self.notes = notes }

  /// Begins a chapter: numbers begin with 1 again. The parts of one chapter have its title.
  mutating func enter(chapter: String) {
    if chapter != self.chapter { count = 0 }
    self.chapter = chapter
  }

  /// Gives a note its number; nil if its mark was met before, or there is no such note.
  mutating func open(_ index: Int) -> DocumentNote? {
    guard met[index] == nil, notes.indices.contains(index) else { return nil }
    count += 1
    met[index] = Note(units: [], number: count)
    return notes[index]
  }

  /// Keeps the units of a note that was opened.
  mutating func close(_ index: Int, with units: [FlowUnit]) { met[index]?.units = units }

  /// The name by which the mark of a note finds it.
  static func anchor(of index: Int) -> String { "note:\(index + 1)" }
}

extension BlockCollector {
  /// Collects the notes whose marks are met for the first time: each is an element of its own, behind
  /// the paragraph with the mark.
  mutating func collectNotes(markedIn text: [Inline], at place: Place) {
    for inline in text {
      guard case .noteMark(let index) = inline.late, let note = notes.open(index) else { continue }
      var element = StructureElement(role: .note)
      element.id = "note-\(index + 1)"
      let parent = structure.add(element, to: place.element)
      let label = structure.add(StructureElement(role: .label), to: parent)
      let inner = Place(element: parent, style: "footnote")
      var units = collect(note.blocks, at: inner)
      if let first = units.indices.first {
        units[first].anchors.append(NoteCollection.anchor(of: index))
        units[first].range = units[first].range ?? note.range
        if case .paragraph(var paragraph) = units[first].content {
          var mark = inline
          mark.link = nil
          let look = style.paragraph(paragraph.style)
          let room = look.indentLeft > 0 ? look.indentLeft : look.text.size
          paragraph.marker = (mark, label, room)
          units[first].content = .paragraph(paragraph)
        }
      }
      notes.close(index, with: units)
    }
  }
}
