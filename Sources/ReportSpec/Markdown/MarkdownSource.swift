import Diagnostics

/// A Markdown text that libcmark may see: queries, bound words, heading attributes and containers
/// are covered by harmless bytes of the same number, so that every offset means the same in both.
///
/// What is covered is listed by its offset. The covering byte U+0002 cannot stand in a source.
struct MarkdownSource {
  /// Where the text comes from.
  enum Origin {
    /// A whole file.
    case file(SourceFile)
    /// A text of a YAML value, behind `shift` bytes that are not part of it.
    case text(LocatedText, shift: Int)
  }

  /// A covered query: its braces included.
  struct Query {
    /// Where it stands.
    var bytes: Range<Int>
    /// The offset of the bracket that closes the words bound to it; nil if it is filled in.
    var closeBracket: Int?
    /// What it says.
    var query: SpecQuery
  }

  /// A covered container line.
  enum ContainerLine {
    case opening(SpecContainer)
    case closing
    /// It was reported; it opens a container all the same.
    case faulty
  }

  /// A fenced block: the lines of its fences, from 1.
  struct Fence {
    /// The line that opens it.
    var openingLine: Int
    /// Nil if it is never closed.
    var closingLine: Int?
  }

  /// The byte that covers.
  static let cover: UInt8 = 0x02

  /// Where the text comes from.
  let origin: Origin
  /// The bytes that libcmark sees.
  var bytes: [UInt8]
  /// The queries by the offset of their first brace.
  var queries: [Int: Query] = [:]
  /// The queries by the offset of the bracket that opens the words bound to them.
  var openBrackets: [Int: Int] = [:]
  /// The attributes of headings by line.
  var attributes: [Int: HeadingAttributes] = [:]
  /// The containers by line.
  var containers: [Int: ContainerLine] = [:]
  /// The fences by the line that opens them.
  var fences: [Int: Fence] = [:]
  /// Where the footnotes are defined, by label in lower case.
  var footnotes: [String: Range<Int>] = [:]

  init(origin: Origin) {
    self.origin = origin
    switch origin {
    case .file(let file): bytes = file.bytes
    case .text(let text, let shift):
      bytes = [UInt8](repeating: UInt8(ascii: " "), count: shift)
      bytes += text.text.utf8.map { $0 == 0x0A || $0 == 0x0D ? UInt8(ascii: " ") : $0 }
    }
  }

  /// The place of a stretch, given by offsets.
  func range(_ bytes: Range<Int>) -> SourceRange {
    switch origin {
    case .file(let file): return file.range(bytes)
    case .text(let text, let shift):
      let lower = max(0, bytes.lowerBound - shift)
      return text.range(ofUTF8: lower..<max(lower, bytes.upperBound - shift))
    }
  }

  /// What stood at a stretch before it was covered.
  func original(_ bytes: Range<Int>) -> String {
    switch origin {
    case .file(let file):
      return String(decoding: file.bytes[bytes.clamped(to: 0..<file.bytes.count)], as: UTF8.self)
    case .text(let text, let shift):
      let all = Array(text.text.utf8)
      let lower = max(0, bytes.lowerBound - shift)
      let range = lower..<max(lower, bytes.upperBound - shift)
      return String(decoding: all[range.clamped(to: 0..<all.count)], as: UTF8.self)
    }
  }

  /// The words of a stretch with their way back, without blanks at either end; a line end with the
  /// indentation (and at most `quoteDepth` marks of quotations) around it is one space.
  func located(_ stretch: Range<Int>, quoteDepth: Int = 0) -> LocatedText {
    guard case .file(let file) = origin else { return locatedInText(stretch) }
    var text: [UInt8] = []
    var pieces: [LocatedText.Piece] = []
    var offset = stretch.lowerBound
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    while offset < stretch.upperBound {
      var marks = pieces.isEmpty ? quoteDepth : 0
      while offset < stretch.upperBound {
        let byte = file.bytes[offset]
        let isMark = byte == UInt8(ascii: ">") && marks < quoteDepth
        guard isMark || isBlank(byte) || byte == 0x0A else { break }
        if isMark { marks += 1 }
        offset += 1
      }
      var end = offset
      while end < stretch.upperBound, file.bytes[end] != 0x0A { end += 1 }
      let next = end
      while end > offset, isBlank(file.bytes[end - 1]) { end -= 1 }
      guard end > offset else { break }
      if !text.isEmpty { text.append(0x20) }
      pieces.append(.init(offset: text.count, position: file.position(ofByte: offset)))
      text += file.bytes[offset..<end]
      offset = next
    }
    if pieces.isEmpty {
      pieces = [.init(offset: 0, position: file.position(ofByte: stretch.lowerBound))]
    }
    return LocatedText(
      String(decoding: text, as: UTF8.self), at: file.range(trimmed(stretch, in: file.bytes)),
      pieces: pieces)
  }

  private func locatedInText(_ stretch: Range<Int>) -> LocatedText {
    guard case .text(let text, let shift) = origin else {
      return LocatedText("", at: range(stretch))
    }
    let all = text.text.utf8.map { $0 == 0x0A || $0 == 0x0D ? UInt8(ascii: " ") : $0 }
    let lower = min(max(0, stretch.lowerBound - shift), all.count)
    let upper = min(max(lower, stretch.upperBound - shift), all.count)
    let kept = trimmed(lower..<upper, in: all)
    var slice = text.slice(ofUTF8: kept)
    slice.text = String(decoding: all[kept], as: UTF8.self)
    return slice
  }

  private func trimmed(_ stretch: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    var (lower, upper) = (stretch.lowerBound, stretch.upperBound)
    let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    while lower < upper, blanks.contains(bytes[lower]) { lower += 1 }
    while upper > lower, blanks.contains(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }
}
