import Diagnostics

/// Makes blocks of a parsed chapter.
struct BlockBuilder {
  private let file: SourceFile
  private let source: MarkdownSource
  private var inlineBuilder: InlineBuilder
  private(set) var footnotes: [Footnote] = []
  private var log = DiagnosticLog()
  private var lastLevel = 1
  private var seenFences: Set<Int> = []
  private var seenContainers: Set<Int> = []
  /// How many containers are open, lists and quotes around them included.
  private var containerDepth = 0

  /// Creates a builder for a scanned chapter.
  init(file: SourceFile, source: MarkdownSource) {
    self.file = file
    self.source = source
    inlineBuilder = InlineBuilder(source: source)
  }

  /// The blocks of the whole chapter; footnotes go to `footnotes`.
  mutating func chapter(_ root: MarkdownNode, into log: inout DiagnosticLog) -> [SpecBlock] {
    let result = blocks(root.children, isQuoted: false)
    inlineBuilder.reportStrayQueries()
    for (line, fence) in source.fences.sorted(by: { $0.key < $1.key })
    where fence.closingLine != nil && !seenFences.contains(line) {
      self.log.report(.strayFence(at: lineRange(line)))
    }
    for line in source.containers.keys.sorted() where !seenContainers.contains(line) {
      self.log.report(.containerLine(at: lineRange(line)))
    }
    let used = Set(footnotes.map(\.label))
    for (label, bytes) in source.footnotes.sorted(by: { $0.key < $1.key })
    where !used.contains(label) {
      self.log.report(.unusedFootnote(label, at: file.range(bytes)))
    }
    log.append(self.log)
    log.append(inlineBuilder.log)
    return result
  }

  /// A container that waits for its closing line.
  private struct OpenContainer {
    var container: SpecContainer?
    var range: SourceRange
    var blocks: [SpecBlock] = []
  }

  /// The nodes with the lines that libcmark does not tell: a paragraph that runs into a table has
  /// none, and the table is given those of both.
  private func placed(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
    var nodes = nodes
    for index in nodes.indices.dropLast() where nodes[index].startLine < 1 {
      let next = nodes[index + 1]
      guard next.kind == .table, let delimiter = delimiterLine(of: next) else { continue }
      nodes[index].startLine = next.startLine
      nodes[index].endLine = max(next.startLine, delimiter - 2)
      nodes[index + 1].startLine = max(next.startLine, delimiter - 1)
    }
    return nodes
  }

  /// The line below the head of a table: only dashes, colons and bars.
  private func delimiterLine(of table: MarkdownNode) -> Int? {
    guard table.startLine >= 1, table.startLine < table.endLine else { return nil }
    return ((table.startLine + 1)...table.endLine).first { number in
      let line = file.line(number).utf8.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x3E }
      return line.contains(UInt8(ascii: "-")) && line.allSatisfy { "-:|".utf8.contains($0) }
    }
  }

  private mutating func blocks(_ nodes: [MarkdownNode], isQuoted: Bool) -> [SpecBlock] {
    var open: [OpenContainer] = []
    var result: [SpecBlock] = []
    func add(_ blocks: [SpecBlock]) {
      if open.isEmpty { result += blocks } else { open[open.count - 1].blocks += blocks }
    }
    func close() {
      guard let last = open.popLast() else { return }
      if let container = last.container {
        containerDepth -= 1
        add([SpecBlock(.container(container, last.blocks), at: last.range)])
      } else {
        add(last.blocks)
      }
    }
    for node in placed(nodes) {
      let range = lineRange(node.startLine)
      guard node.kind == .thematicBreak, let line = source.containers[node.startLine] else {
        add(block(node, isQuoted: isQuoted).map { [$0] } ?? [])
        continue
      }
      seenContainers.insert(node.startLine)
      switch line {
      case .opening(let container):
        open.append(OpenContainer(container: entered(container, at: range), range: range))
      case .faulty: open.append(OpenContainer(container: nil, range: range))
      case .closing:
        if open.isEmpty { log.report(.strayContainerEnd(at: range)) }
        close()
      }
    }
    while let last = open.last {
      log.report(.unclosedContainer(at: last.range))
      close()
    }
    return result
  }

  /// The container, unless too many are open: then its blocks stand where it would.
  private mutating func entered(
    _ container: SpecContainer, at range: SourceRange
  ) -> SpecContainer? {
    guard containerDepth < CommonMark.depthBound else {
      log.report(.tooDeep(at: range))
      return nil
    }
    containerDepth += 1
    return container
  }

  private mutating func block(_ node: MarkdownNode, isQuoted: Bool) -> SpecBlock? {
    let range = lineRange(node.startLine)
    switch node.kind {
    case .heading:
      return heading(node, at: range)
    case .paragraph:
      let inlines = inlines(node)
      if case .text(let words) = inlines.first?.content, words.hasPrefix(":::") {
        log.report(.containerLine(at: range))
      }
      return inlines.isEmpty ? nil : SpecBlock(.paragraph(inlines), at: range)
    case .list:
      let items = node.children.map { item in
        SpecList.Item(
          blocks: blocks(item.children, isQuoted: isQuoted), range: lineRange(item.startLine))
      }
      let list = SpecList(isOrdered: node.flag, start: node.flag ? node.number : 1, items: items)
      return SpecBlock(.list(list), at: range)
    case .blockQuote:
      return SpecBlock(.quote(blocks(node.children, isQuoted: true)), at: range)
    case .codeBlock:
      return fence(node, isQuoted: isQuoted)
    case .table:
      return SpecBlock(.table(table(node)), at: range)
    case .footnoteDefinition:
      let label = footnoteLabel(node)
      let text = blocks(node.children, isQuoted: false)
      footnotes.append(Footnote(label: label, blocks: text, range: range))
      return nil
    case .thematicBreak:
      log.report(.thematicBreak(at: range))
      return nil
    case .htmlBlock:
      log.report(.rawHTML(at: range))
      return nil
    default:
      log.report(.unsupportedMarkdown(at: range))
      return nil
    }
  }

  private mutating func heading(_ node: MarkdownNode, at range: SourceRange) -> SpecBlock {
    if node.number == 1 {
      log.report(.chapterTitleAgain(at: range))
    } else if node.number > lastLevel + 1 {
      log.report(.skippedLevel(from: lastLevel, to: node.number, at: range))
    }
    lastLevel = max(2, node.number)
    let attributes = source.attributes[node.startLine] ?? HeadingAttributes()
    let inlines = inlines(node)
    if inlines.isEmpty { log.report(.emptyHeading(at: range)) }
    return SpecBlock(.heading(level: node.number, inlines, attributes), at: range)
  }

  private mutating func inlines(_ node: MarkdownNode) -> [SpecInline] {
    inlineBuilder.enter(bytes(of: node))
    return inlineBuilder.inlines(node.children)
  }

  private mutating func table(_ node: MarkdownNode) -> MarkdownTable {
    inlineBuilder.enter(bytes(of: node))
    var header: [[SpecInline]] = []
    var rows: [[[SpecInline]]] = []
    for row in node.children {
      inlineBuilder.advance(to: file.offset(ofLine: row.startLine))
      var cells: [[SpecInline]] = []
      for cell in row.children { cells.append(inlineBuilder.inlines(cell.children)) }
      while cells.count < node.alignments.count { cells.append([]) }
      if row.kind == .tableHeader { header = cells } else { rows.append(cells) }
    }
    let alignments: [MarkdownTable.Alignment?] = node.alignments.map { mark in
      switch mark {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .centre
      case UInt8(ascii: "r"): .right
      default: nil
      }
    }
    return MarkdownTable(alignments: alignments, header: header, rows: rows)
  }

  private mutating func fence(_ node: MarkdownNode, isQuoted: Bool) -> SpecBlock? {
    let range = lineRange(node.startLine)
    seenFences.insert(node.startLine)
    guard node.flag else {
      log.report(.codeBlock(at: range))
      return nil
    }
    guard let fence = source.fences[node.startLine], let last = fence.closingLine else {
      if source.fences[node.startLine] == nil { log.report(.strayFence(at: range)) }
      return nil
    }
    if isQuoted {
      log.report(.blockInQuote(at: range))
      return nil
    }
    let body = file.offset(ofLine: node.startLine + 1)..<file.offset(ofLine: last)
    let content = FenceReader.read(
      information: node.literal, file: file, body: body, at: range, into: &log)
    return content.map { SpecBlock($0, at: range) }
  }

  private func footnoteLabel(_ node: MarkdownNode) -> String {
    let line = file.line(node.startLine).drop { $0 == " " }
    guard line.hasPrefix("[^"), let end = line.firstIndex(of: "]") else {
      return node.literal.lowercased()
    }
    return line[..<end].dropFirst(2).lowercased()
  }

  private func bytes(of node: MarkdownNode) -> Range<Int> {
    let start = file.offset(ofLine: node.startLine)
    return start..<max(start, file.offset(ofLine: node.endLine + 1))
  }

  /// A line without the blanks at either end.
  private func lineRange(_ number: Int) -> SourceRange {
    func isBlank(_ offset: Int) -> Bool { file.bytes[offset] == 0x20 || file.bytes[offset] == 0x09 }
    let line = file.bytes(ofLine: number)
    let start = line.first { !isBlank($0) } ?? line.upperBound
    let end = line.last { !isBlank($0) }.map { $0 + 1 } ?? start
    return file.range(start..<end)
  }
}
