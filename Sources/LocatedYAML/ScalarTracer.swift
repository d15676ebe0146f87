import Diagnostics

/// Follows a scalar's text through the bytes that say it, to know where each stretch stands and
/// where the scalar ends; the parser tells neither.
struct ScalarTracer {
  private let text: YAMLText
  private let content: [UInt8]
  /// The byte of the file that is looked at.
  private var offset: Int
  /// How much of the content has been found.
  private var found = 0
  /// Whether the next byte found continues the last stretch.
  private var isInStretch = false
  /// The unchanged stretches found so far.
  private(set) var pieces: [LocatedText.Piece] = []

  init(text: YAMLText, content: [UInt8], start: Int) {
    self.text = text
    self.content = content
    offset = start
  }

  /// Where the scalar ends, once it was traced.
  var end: Int { offset }

  private var limit: Int { text.bytes.upperBound }
  private var byte: UInt8 { text.source.bytes[offset] }

  /// A plain scalar: its words, with folds between the lines.
  mutating func tracePlain() {
    var wordEnd = offset
    while found < content.count, offset < limit {
      if byte == content[found], !isBreak {
        take()
        wordEnd = offset
      } else if isSpace || isBreak {
        skipFold()
      } else {
        break
      }
    }
    offset = wordEnd
    finish()
  }

  /// A scalar in single or double quotes, escapes included.
  mutating func traceQuoted() {
    guard offset < limit else { return }
    let quote = byte
    offset += 1
    if content.isEmpty { pieces = [.init(offset: 0, position: position)] }
    while offset < limit {
      if byte == quote {
        if quote == UInt8(ascii: "'"), offset + 1 < limit, text.source.bytes[offset + 1] == quote {
          offset += 1
          isInStretch = false
          take()
          continue
        }
        offset += 1
        break
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        takeEscape()
      } else if isBreak {
        skipFold()
      } else if found < content.count, byte == content[found] {
        take()
      } else {
        // A blank before a fold is no part of the text.
        offset += 1
        isInStretch = false
      }
    }
    finish()
  }

  /// A literal or folded block: from its indicator to the last line that holds text.
  mutating func traceBlock() {
    while offset < limit, !isBreak { offset += 1 }
    var textEnd = offset
    while found < content.count, offset < limit {
      if byte == content[found], !isBreak {
        take()
        textEnd = offset
      } else if isBreak {
        skipFold()
      } else if isSpace {
        offset += 1
        isInStretch = false
      } else {
        break
      }
    }
    offset = textEnd
    finish()
  }

  private var isSpace: Bool { byte == 0x20 || byte == 0x09 }

  private var isBreak: Bool {
    YAMLText.breakLength(text.source.bytes, at: offset, end: limit) > 0
  }

  private var position: SourcePosition { text.source.position(ofByte: offset) }

  private mutating func take() {
    if !isInStretch { pieces.append(.init(offset: found, position: position)) }
    isInStretch = true
    found += 1
    offset += 1
  }

  /// Passes a line break with the blanks around it in the file, and what it became in the content:
  /// a space or newlines.
  private mutating func skipFold() {
    while offset < limit, isSpace || isBreak { offset += 1 }
    while found < content.count, content[found] == 0x20 || content[found] == 0x0A { found += 1 }
    isInStretch = false
  }

  /// Passes an escape of a double-quoted scalar and the one character that it stands for.
  private mutating func takeEscape() {
    isInStretch = false
    let start = offset
    offset += 1
    guard offset < limit else { return }
    if isBreak {
      while offset < limit, isSpace || isBreak { offset += 1 }
      return
    }
    let digits = [UInt8(ascii: "x"): 2, UInt8(ascii: "u"): 4, UInt8(ascii: "U"): 8][byte] ?? 0
    offset = min(limit, offset + 1 + digits)
    guard found < content.count else { return }
    pieces.append(.init(offset: found, position: text.source.position(ofByte: start)))
    found += 1
    while found < content.count, content[found] & 0xC0 == 0x80 { found += 1 }
  }

  private mutating func finish() {
    if pieces.isEmpty { pieces = [.init(offset: 0, position: position)] }
  }
}
