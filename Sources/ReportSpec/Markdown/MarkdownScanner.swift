import Diagnostics

/// Goes over a text line by line before libcmark does, and covers what libcmark does not know or
/// would break: queries, the brackets of bound words, attributes of headings, containers.
struct MarkdownScanner {
  private(set) var source: MarkdownSource
  private(set) var log = DiagnosticLog()
  /// Where the paragraph that is being gathered begins.
  private var paragraphStart: Int?
  private var fence: (line: Int, mark: UInt8, length: Int)?
  /// What the rest of the paragraph is known not to have, so that no search is made twice: braces
  /// by their number, runs of backticks by their length below zero.
  private var unclosed: Set<Int> = []

  /// Scans a chapter, whose first `frontMatterLines` lines are not Markdown.
  init(file: SourceFile, frontMatterLines: Int) {
    source = MarkdownSource(origin: .file(file))
    for offset in 0..<file.offset(ofLine: frontMatterLines + 1)
    where source.bytes[offset] != 0x0A && source.bytes[offset] != 0x0D {
      source.bytes[offset] = UInt8(ascii: " ")
    }
    guard frontMatterLines < file.lineCount else { return }
    for number in (frontMatterLines + 1)...file.lineCount {
      scanLine(number, file.bytes(ofLine: number))
    }
    endParagraph(at: file.bytes.count)
    if let fence {
      log.report(.unclosedFence(at: file.range(ofLine: fence.line)))
      source.fences[fence.line] = .init(openingLine: fence.line, closingLine: nil)
    }
  }

  /// Scans one paragraph of inline Markdown. A sentinel and a blank go before it, so that its first
  /// characters cannot open a list or a heading.
  init(text: LocatedText) {
    source = MarkdownSource(origin: .text(text, shift: InlineText.shift))
    source.bytes[0] = InlineText.sentinel
    scanParagraph(InlineText.shift..<source.bytes.count)
  }

  private mutating func scanLine(_ number: Int, _ line: Range<Int>) {
    let text = line.drop { source.bytes[$0] == 0x20 || source.bytes[$0] == 0x09 }
    if let open = fence {
      if closesFence(text, open.mark, open.length) {
        source.fences[open.line] = .init(openingLine: open.line, closingLine: number)
        fence = nil
      }
      return
    }
    guard !text.isEmpty else { return endParagraph(at: line.lowerBound) }
    if let opened = fenceMark(text) {
      endParagraph(at: line.lowerBound)
      fence = (number, opened.mark, opened.length)
    } else if starts(text, with: ":::") {
      endParagraph(at: line.lowerBound)
      scanContainer(number, text)
    } else if headingLevel(text) != nil {
      endParagraph(at: line.lowerBound)
      coverAttributes(number, text)
      scanParagraph(line)
    } else {
      if opensItem(text) || starts(text, with: "[^") { endParagraph(at: line.lowerBound) }
      noteFootnote(text)
      if paragraphStart == nil { paragraphStart = line.lowerBound }
    }
  }

  private mutating func endParagraph(at end: Int) {
    guard let start = paragraphStart else { return }
    paragraphStart = nil
    scanParagraph(start..<end)
  }
}

// MARK: - Lines

extension MarkdownScanner {
  private func starts(_ line: Range<Int>, with text: String) -> Bool {
    source.bytes[line].starts(with: text.utf8)
  }

  /// The mark and length of the fence that a line opens, behind list marks and quotation marks.
  private func fenceMark(_ line: Range<Int>) -> (mark: UInt8, length: Int)? {
    var rest = line
    while let first = rest.first {
      let byte = source.bytes[first]
      if byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") {
        rest = rest.dropFirst()
      } else if opensItem(rest) {
        rest = rest.drop { source.bytes[$0] != 0x20 && source.bytes[$0] != 0x09 }
      } else {
        break
      }
    }
    guard let first = rest.first else { return nil }
    let mark = source.bytes[first]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let length = source.bytes[rest].prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    let information = source.bytes[rest.dropFirst(length)]
    if mark == UInt8(ascii: "`"), information.contains(mark) { return nil }
    return (mark, length)
  }

  private func closesFence(_ line: Range<Int>, _ mark: UInt8, _ length: Int) -> Bool {
    let rest = line.drop { [0x20, 0x09, UInt8(ascii: ">")].contains(source.bytes[$0]) }
    let run = source.bytes[rest].prefix { $0 == mark }.count
    return run >= length
      && source.bytes[rest.dropFirst(run)].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private func headingLevel(_ line: Range<Int>) -> Int? {
    let level = source.bytes[line].prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level) else { return nil }
    guard let next = line.dropFirst(level).first else { return level }
    return source.bytes[next] == 0x20 || source.bytes[next] == 0x09 ? level : nil
  }

  private func opensItem(_ line: Range<Int>) -> Bool {
    let digits = source.bytes[line].prefix { (0x30...0x39).contains($0) }.count
    let marks = digits == 0 ? "-*+" : ".)"
    let rest = line.dropFirst(digits)
    guard digits <= 9, let mark = rest.first, marks.utf8.contains(source.bytes[mark]) else {
      return false
    }
    guard let next = rest.dropFirst().first else { return true }
    return source.bytes[next] == 0x20 || source.bytes[next] == 0x09
  }

  private mutating func noteFootnote(_ line: Range<Int>) {
    guard starts(line, with: "[^"),
      let close = line.first(where: { source.bytes[$0] == UInt8(ascii: "]") }),
      close + 1 < line.upperBound, source.bytes[close + 1] == UInt8(ascii: ":")
    else { return }
    let label = String(decoding: source.bytes[(line.lowerBound + 2)..<close], as: UTF8.self)
    source.footnotes[label.lowercased()] = line.lowerBound..<close + 1
  }

  private mutating func scanContainer(_ number: Int, _ line: Range<Int>) {
    var words: [LocatedText] = []
    var rest = line.drop { source.bytes[$0] == UInt8(ascii: ":") }
    while true {
      rest = rest.drop { source.bytes[$0] == 0x20 || source.bytes[$0] == 0x09 }
      let length = source.bytes[rest].prefix { $0 != 0x20 && $0 != 0x09 }.count
      if length == 0 { break }
      words.append(source.located(rest.lowerBound..<rest.lowerBound + length))
      rest = rest.dropFirst(length)
    }
    // Closing colons behind the name, as in ":::: callout ::::", are decoration.
    if words.count > 1, words.last?.text.allSatisfy({ $0 == ":" }) == true { words.removeLast() }
    let colons = source.range(line.lowerBound..<line.lowerBound + 3)
    source.containers[number] = SpecContainer.line(words, at: colons, into: &log)
    for (index, offset) in line.enumerated() {
      source.bytes[offset] = index < 3 ? UInt8(ascii: "*") : UInt8(ascii: " ")
    }
  }

  /// Takes the braces at the end of a heading off: they must stand behind a blank and are no query.
  private mutating func coverAttributes(_ number: Int, _ line: Range<Int>) {
    let bytes = source.bytes
    var end = line.upperBound
    while end > line.lowerBound, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    guard end - 1 > line.lowerBound, bytes[end - 1] == UInt8(ascii: "}"),
      bytes[end - 2] != UInt8(ascii: "}"),
      let open = (line.lowerBound..<end).last(where: { bytes[$0] == UInt8(ascii: "{") }),
      open > line.lowerBound, bytes[open - 1] == 0x20 || bytes[open - 1] == 0x09
    else { return }
    source.attributes[number] = HeadingAttributes.read(
      source, (open + 1)..<(end - 1), into: &log)
    for offset in open..<end { source.bytes[offset] = UInt8(ascii: " ") }
  }
}

// MARK: - Queries

extension MarkdownScanner {
  /// Covers the queries of a paragraph; code keeps its braces.
  private mutating func scanParagraph(_ paragraph: Range<Int>) {
    let quoteDepth = source.bytes[paragraph]
      .prefix { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
      .count { $0 == UInt8(ascii: ">") }
    var brackets: [Int] = []
    unclosed = []
    var offset = paragraph.lowerBound
    while offset < paragraph.upperBound {
      switch source.bytes[offset] {
      case UInt8(ascii: "\\"):
        offset += 2
      case UInt8(ascii: "`"):
        offset = endOfCode(at: offset, in: paragraph)
      case UInt8(ascii: "{") where byte(offset + 1, paragraph) == UInt8(ascii: "{"):
        offset = scanFill(at: offset, in: paragraph, quoteDepth: quoteDepth)
      case UInt8(ascii: "["):
        brackets.append(offset)
        offset += 1
      case UInt8(ascii: "]"):
        let open = brackets.popLast()
        if byte(offset + 1, paragraph) == UInt8(ascii: "{") {
          offset = scanBound(from: open, at: offset, in: paragraph, quoteDepth: quoteDepth)
        } else {
          offset += 1
        }
      default:
        offset += 1
      }
    }
  }

  private func byte(_ offset: Int, _ paragraph: Range<Int>) -> UInt8? {
    paragraph.contains(offset) ? source.bytes[offset] : nil
  }

  /// Behind the code span that begins at a backtick, or behind the backticks if none is closed.
  private mutating func endOfCode(at start: Int, in paragraph: Range<Int>) -> Int {
    let mark = UInt8(ascii: "`")
    var offset = start
    while byte(offset, paragraph) == mark { offset += 1 }
    let length = offset - start
    if unclosed.contains(-length) { return offset }
    var run = 0
    for index in offset..<max(offset, paragraph.upperBound) {
      if source.bytes[index] == mark {
        run += 1
      } else {
        if run == length { return index }
        run = 0
      }
    }
    if run == length { return paragraph.upperBound }
    unclosed.insert(-length)
    return offset
  }

  private mutating func scanFill(
    at start: Int, in paragraph: Range<Int>, quoteDepth: Int
  ) -> Int {
    let brace = UInt8(ascii: "}")
    let rest = (start + 2)..<max(start + 2, paragraph.upperBound)
    let end =
      unclosed.contains(2)
      ? nil : rest.first { source.bytes[$0] == brace && byte($0 + 1, paragraph) == brace }
    guard let end else {
      if unclosed.insert(2).inserted {
        log.report(.unclosedQuery("}}", at: source.range(start..<start + 2)))
      }
      return start + 2
    }
    let query = SpecQuery(source.located((start + 2)..<end, quoteDepth: quoteDepth))
    add(query, at: start..<end + 2, closeBracket: nil, quoteDepth: quoteDepth)
    return end + 2
  }

  private mutating func scanBound(
    from open: Int?, at close: Int, in paragraph: Range<Int>, quoteDepth: Int
  ) -> Int {
    let start = close + 1
    if byte(start + 1, paragraph) == UInt8(ascii: "{") {
      log.report(.doubledBraces(at: source.range(start..<start + 2)))
      return scanFill(at: start, in: paragraph, quoteDepth: quoteDepth)
    }
    let rest = (start + 1)..<max(start + 1, paragraph.upperBound)
    let end =
      unclosed.contains(1) ? nil : rest.first { source.bytes[$0] == UInt8(ascii: "}") }
    guard let end else {
      if unclosed.insert(1).inserted {
        log.report(.unclosedQuery("}", at: source.range(start..<start + 1)))
      }
      return start + 1
    }
    guard let open else {
      log.report(.boundWithoutWords(at: source.range(close..<end + 1)))
      return end + 1
    }
    let query = SpecQuery(source.located((start + 1)..<end, quoteDepth: quoteDepth))
    add(query, at: start..<end + 1, closeBracket: close, quoteDepth: quoteDepth)
    source.openBrackets[open] = start
    source.bytes[open] = UInt8(ascii: "{")
    source.bytes[close] = UInt8(ascii: "}")
    return end + 1
  }

  private mutating func add(
    _ query: SpecQuery, at bytes: Range<Int>, closeBracket: Int?, quoteDepth: Int
  ) {
    if query.text.isEmpty { log.report(.emptyQuery(at: source.range(bytes))) }
    source.queries[bytes.lowerBound] = .init(
      bytes: bytes, closeBracket: closeBracket, query: query)
    // Line ends and the marks at the start of a line belong to the blocks around the query.
    var isAtLineStart = false
    var marks = 0
    for offset in (bytes.lowerBound + 1)..<(bytes.upperBound - 1) {
      let byte = source.bytes[offset]
      switch byte {
      case 0x0A: (isAtLineStart, marks) = (true, 0)
      case 0x0D: break
      case 0x20 where isAtLineStart, 0x09 where isAtLineStart: break
      case UInt8(ascii: ">") where isAtLineStart && marks < quoteDepth: marks += 1
      default:
        isAtLineStart = false
        source.bytes[offset] = MarkdownSource.cover
      }
    }
  }
}
