import Diagnostics

/// Makes inlines of parsed nodes: puts covered queries back, and gives every piece its exact place.
struct InlineBuilder {
  private let source: MarkdownSource
  private(set) var log = DiagnosticLog()
  private(set) var aligner: InlineAligner
  /// The offset up to which everything belongs to a query that was put back.
  private var skipEnd: Int
  /// The queries that were put back, by offset.
  private var placed: Set<Int> = []

  /// A piece, or a bracket of bound words that waits for its partner.
  private enum Item {
    case piece(SpecInline)
    case open(query: Int, at: Int)
  }

  /// Creates a builder; text before `start` is not part of any inline.
  init(source: MarkdownSource, start: Int = 0) {
    self.source = source
    aligner = InlineAligner(bytes: source.bytes)
    skipEnd = start
  }

  /// Goes to the block whose inlines are built next.
  mutating func enter(_ block: Range<Int>) {
    aligner.enter(block)
    if skipEnd > block.upperBound || skipEnd < block.lowerBound { skipEnd = block.lowerBound }
  }

  /// Goes forward within the block.
  mutating func advance(to offset: Int) { aligner.advance(to: offset) }

  /// The inlines of nodes.
  mutating func inlines(_ nodes: [MarkdownNode]) -> [SpecInline] {
    var items: [Item] = []
    for node in nodes { add(node, to: &items) }
    return items.compactMap { item in
      switch item {
      case .piece(let piece): return piece
      case .open(let query, let offset):
        reportSplit(query, at: offset)
        return nil
      }
    }
  }

  /// Reports the queries that stand where none is read, an address or a definition, say.
  mutating func reportStrayQueries() {
    for (offset, query) in source.queries.sorted(by: { $0.key < $1.key })
    where !placed.contains(offset) {
      log.report(.strayQuery(at: source.range(query.bytes)))
    }
  }

  private mutating func add(_ node: MarkdownNode, to items: inout [Item]) {
    let start = aligner.cursor
    switch node.kind {
    case .text:
      addText(node.literal, to: &items)
    case .softBreak, .lineBreak:
      let isInQuery = aligner.cursor < skipEnd
      aligner.skip(past: 0x0A)
      if isInQuery { return }
      let content: SpecInline.Content = node.kind == .softBreak ? .text(" ") : .lineBreak
      items.append(.piece(SpecInline(content, at: source.range(start..<aligner.cursor))))
    case .code:
      addCode(node.literal, to: &items)
    case .emphasis, .strong:
      let children = inlines(node.children)
      let range = extent(of: children, from: start)
      items.append(
        .piece(
          SpecInline(node.kind == .strong ? .strong(children) : .emphasis(children), at: range)))
    case .link:
      addLink(node, from: start, to: &items)
    case .footnoteReference:
      addFootnoteMark(to: &items)
    case .image:
      aligner.skip(past: UInt8(ascii: "!"))
      log.report(.image(at: source.range(max(start, aligner.cursor - 1)..<aligner.cursor)))
      _ = inlines(node.children)
      aligner.skipAddress()
    case .htmlInline:
      let offsets = aligner.find(Array(node.literal.utf8)) ?? [start]
      log.report(.rawHTML(at: source.range((offsets.first ?? start)..<(offsets.last ?? start))))
    default:
      log.report(.unsupportedMarkdown(at: source.range(start..<start)))
    }
  }

  private func extent(of children: [SpecInline], from start: Int) -> SourceRange {
    guard let first = children.first, let last = children.last else {
      return source.range(start..<start)
    }
    return SourceRange(file: first.range.file, start: first.range.start, end: last.range.end)
  }

  private mutating func reportSplit(_ query: Int, at offset: Int) {
    placed.insert(query)
    log.report(.splitBoundWords(at: source.range(offset..<offset + 1)))
  }
}

// MARK: - Text

extension InlineBuilder {
  private mutating func addText(_ literal: String, to items: inout [Item]) {
    let text = Array(literal.utf8)
    if aligner.cursor >= skipEnd, let bytes = aligner.takePlain(text) {
      items.append(.piece(SpecInline(.text(literal), at: source.range(bytes))))
      return
    }
    guard let offsets = aligner.find(text) else {
      let kept = text.filter { $0 != MarkdownSource.cover && $0 != InlineText.sentinel }
      let range = source.range(aligner.cursor..<aligner.cursor)
      items.append(.piece(SpecInline(.text(String(decoding: kept, as: UTF8.self)), at: range)))
      return
    }
    var stretch: Range<Int>?
    func endStretch(_ items: inout [Item], _ builder: inout InlineBuilder) {
      if let bytes = stretch {
        let end = bytes.upperBound
        let range = builder.source.range(
          offsets[bytes.lowerBound]..<(end == text.count ? offsets[end] : offsets[end - 1] + 1))
        let words = String(decoding: text[bytes], as: UTF8.self)
        builder.check(text[bytes], offsets[bytes])
        items.append(.piece(SpecInline(.text(words), at: range)))
      }
      stretch = nil
    }
    // A cover that belongs to no query that was put back is the rest of one that is reported.
    for (index, offset) in offsets.dropLast().enumerated()
    where offset >= skipEnd && text[index] != MarkdownSource.cover {
      // The brackets of bound words are covered by braces, and a query keeps its first.
      let isBrace =
        source.bytes[offset] == UInt8(ascii: "{") || source.bytes[offset] == UInt8(ascii: "}")
      if !isBrace {
        stretch = (stretch?.lowerBound ?? index)..<(index + 1)
      } else if let query = source.openBrackets[offset] {
        endStretch(&items, &self)
        items.append(.open(query: query, at: offset))
        skipEnd = offset + 1
      } else if let query = source.queries[offset + 1], query.closeBracket == offset {
        endStretch(&items, &self)
        close(query, at: offset + 1, in: &items)
      } else if let query = source.queries[offset] {
        endStretch(&items, &self)
        placed.insert(offset)
        skipEnd = query.bytes.upperBound
        items.append(.piece(SpecInline(.fill(query.query), at: source.range(query.bytes))))
      } else {
        stretch = (stretch?.lowerBound ?? index)..<(index + 1)
      }
    }
    endStretch(&items, &self)
  }

  /// Makes bound words of everything behind their opening bracket.
  private mutating func close(
    _ query: MarkdownSource.Query, at offset: Int, in items: inout [Item]
  ) {
    placed.insert(offset)
    skipEnd = query.bytes.upperBound
    let opening = items.lastIndex { item in
      if case .open(let other, _) = item { other == offset } else { false }
    }
    guard let opening, case .open(_, let start) = items[opening] else {
      log.report(.splitBoundWords(at: source.range((offset - 1)..<offset)))
      return
    }
    var words: [SpecInline] = []
    for item in items[(opening + 1)...] {
      switch item {
      case .piece(let piece): words.append(piece)
      case .open(let inner, let place): reportSplit(inner, at: place)
      }
    }
    items.removeSubrange(opening...)
    if words.isEmpty {
      log.report(.boundWithoutWords(at: source.range(start..<query.bytes.upperBound)))
    }
    let range = source.range(start..<query.bytes.upperBound)
    if let anchor = Self.anchor(ofPage: query.query) {
      items.append(.piece(SpecInline(.pageReference(words, to: anchor), at: range)))
    } else {
      items.append(.piece(SpecInline(.bound(words, query.query), at: range)))
    }
  }

  /// The anchor in `page #anchor`, which is no query; nil for anything else.
  private static func anchor(ofPage query: SpecQuery) -> LocatedText? {
    let words = query.text.split(separator: " ")
    guard words.count == 2, words[0] == "page", words[1].hasPrefix("#"), words[1].count > 1 else {
      return nil
    }
    let end = query.text.utf8.count
    return query.located.slice(ofUTF8: (end - words[1].utf8.count + 1)..<end)
  }

  /// Reports braces and footnote marks that were left as text by mistake.
  private mutating func check(_ text: ArraySlice<UInt8>, _ offsets: ArraySlice<Int>) {
    for (byte, offset) in zip(text, offsets) where offset > 0 {
      let next = offset + 1 < source.bytes.count ? source.bytes[offset + 1] : 0
      if source.bytes[offset - 1] == UInt8(ascii: "\\") { continue }
      if byte == UInt8(ascii: "["), next == UInt8(ascii: "^") {
        let end = source.bytes[offset...].firstIndex(of: UInt8(ascii: "]")) ?? offset + 1
        let label = source.original((offset + 2)..<max(offset + 2, end))
        log.report(
          .unknownFootnote(
            label, known: source.footnotes.keys.sorted(),
            at: source.range(offset..<max(offset + 2, end + 1))))
      }
    }
  }
}

// MARK: - Code, links, footnote marks

extension InlineBuilder {
  private mutating func addCode(_ literal: String, to items: inout [Item]) {
    let start = aligner.cursor
    aligner.skip(past: UInt8(ascii: "`"))
    let offsets = aligner.find(Array(literal.utf8))
    let lower = offsets?.first ?? start
    let upper = offsets?.last ?? start
    while aligner.isAt("`") { aligner.skip(past: UInt8(ascii: "`")) }
    let words = offsets == nil ? literal : source.original(lower..<upper)
    items.append(.piece(SpecInline(.code(words), at: source.range(lower..<upper))))
  }

  private mutating func addLink(_ node: MarkdownNode, from start: Int, to items: inout [Item]) {
    let children = inlines(node.children)
    let range = extent(of: children, from: start)
    let schemes = ["#", "http://", "https://", "mailto:", "tel:"]
    if !schemes.contains(where: { node.address.hasPrefix($0) }) {
      log.report(.linkAddress(node.address, at: range))
    }
    aligner.skipAddress()
    let address = node.address.filter { $0.utf8.first != MarkdownSource.cover }
    items.append(.piece(SpecInline(.link(children, to: address), at: range)))
  }

  private mutating func addFootnoteMark(to items: inout [Item]) {
    guard let offsets = aligner.find(Array("[^".utf8)), let start = offsets.first else { return }
    aligner.skip(past: UInt8(ascii: "]"))
    let end = aligner.cursor
    let label = source.original((start + 2)..<max(start + 2, end - 1)).lowercased()
    items.append(.piece(SpecInline(.footnoteMark(label), at: source.range(start..<end))))
  }
}
