import ReportSpec

/// The footnotes of the chapter at hand, and the marks of them that were met.
///
/// A note without queries is one note, however often it is marked. One with queries is filled in where
/// its mark stands: in a loop it is another for each segment or item.
struct ChapterNotes {
  /// A mark that stands for a note of its own.
  struct Mark {
    /// The label of the note.
    var label: String
    /// The scope of the mark.
    var scope: Scope
  }

  /// The index of the chapter's first note among those of the document.
  let first: Int
  /// The notes that the document prints, in the order of their marks.
  private(set) var marks: [Mark] = []
  private let notes: [String: Footnote]
  private let varying: Set<String>

  /// The notes of a chapter, of which no mark was met.
  init(of notes: [Footnote] = [], first: Int = 0) {
    self.first = first
    self.notes = Dictionary(notes.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
    varying = Set(notes.filter { $0.blocks.contains(where: \.mayVary) }.map(\.label))
  }

  /// The index of the note that a mark stands for among those of the document; nil if the chapter has
  /// no note of that label.
  mutating func index(of label: String, in scope: Scope) -> Int? {
    guard notes[label] != nil else { return nil }
    let known = marks.firstIndex { mark in
      mark.label == label
        && (!varying.contains(label)
          || mark.scope.this == scope.this && mark.scope.item == scope.item)
    }
    if known == nil { marks.append(Mark(label: label, scope: scope)) }
    return first + (known ?? marks.count - 1)
  }

  /// The note of a mark, with the scope in which its text is filled in: that of the chapter, within
  /// the loop that its mark stands in.
  func note(at position: Int, in chapter: Scope) -> (note: Footnote?, scope: Scope) {
    let mark = marks[position]
    var scope = chapter
    scope.this = mark.scope.this
    scope.item = mark.scope.item
    if mark.scope.item != nil { scope.question = mark.scope.question }
    return (notes[mark.label], scope)
  }
}

extension SpecBlock {
  /// Whether the block may say something else in another scope: it has a query, or is of a kind that
  /// may have one.
  fileprivate var mayVary: Bool {
    switch content {
    case .paragraph(let text), .heading(_, let text, _): text.contains(where: \.mayVary)
    case .list(let list): list.items.contains { $0.blocks.contains(where: \.mayVary) }
    default: true
    }
  }
}

extension SpecInline {
  fileprivate var mayVary: Bool {
    switch content {
    case .bound, .fill: true
    case .emphasis(let children), .strong(let children), .link(let children, _),
      .pageReference(let children, _):
      children.contains(where: \.mayVary)
    case .text, .code, .lineBreak, .footnoteMark: false
    }
  }
}
