/// Reads the text of a content stream, run by run.
struct TextReader {
  private let tokens: ContentTokens
  private let fonts: [String: FontCodes]

  init(bytes: [UInt8], fonts: [String: FontCodes]) {
    tokens = ContentTokens(bytes: bytes)
    self.fonts = fonts
  }

  func read() -> FinishedText.Page {
    var gathered = GatheredText()
    // The marked content around; nil for what has no id.
    var stack: [Int?] = []
    var font: FontCodes?
    var codes: [UInt8] = []
    for operation in tokens.operations() {
      let operands = operation.bytes.lowerBound..<operation.name
      switch tokens.bytes[operation.name] {
      case UInt8(ascii: "B"):
        if tokens.isOperation(operation, "BDC") || tokens.isOperation(operation, "BMC") {
          stack.append(ContentTokens.identifier(in: tokens.bytes[operands]) ?? stack.last ?? nil)
          gathered.turn(to: stack.last ?? nil)
        }
      case UInt8(ascii: "E"):
        if tokens.isOperation(operation, "EMC"), !stack.isEmpty {
          stack.removeLast()
          gathered.turn(to: stack.last ?? nil)
        }
      case UInt8(ascii: "T"):
        if tokens.isOperation(operation, "Tf") {
          font = fonts[name(in: operands)]
        } else if tokens.isOperation(operation, "Tj") || tokens.isOperation(operation, "TJ") {
          read(operands, into: &codes)
          font?.append(textOf: codes, to: &gathered.text)
        }
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        read(operands, into: &codes)
        font?.append(textOf: codes, to: &gathered.text)
      default: break
      }
    }
    return gathered.page()
  }

  /// The resource name among some operands, without its slash.
  private func name(in operands: Range<Int>) -> String {
    let bytes = tokens.bytes[operands]
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else { return "" }
    let name = bytes[(slash + 1)...].prefix { $0 > 0x20 && !"()<>[]{}/%".utf8.contains($0) }
    return String(decoding: name, as: UTF8.self)
  }

  /// Reads the codes of all strings among some operands, in order, in place of those before.
  private func read(_ operands: Range<Int>, into codes: inout [UInt8]) {
    codes.removeAll(keepingCapacity: true)
    var position = operands.lowerBound
    while position < operands.upperBound {
      switch tokens.bytes[position] {
      case UInt8(ascii: "("):
        position = LiteralString.read(
          tokens.bytes, from: position + 1, to: operands.upperBound, into: &codes)
      case UInt8(ascii: "<"):
        let start = position + 1
        while position < operands.upperBound, tokens.bytes[position] != UInt8(ascii: ">") {
          position += 1
        }
        codes += FontCodes.bytes(ofHexadecimal: tokens.bytes[start..<max(start, position)])
        position += 1
      default: position += 1
      }
    }
  }
}

/// The text of a page by the marked content that it stands in.
private struct GatheredText {
  /// The text since the last turn.
  var text: [UInt8] = []
  private var id: Int?
  private var runs: [Int: [UInt8]] = [:]
  private var artifacts: [UInt8] = []

  /// What follows is text of another content run, or of artifacts.
  mutating func turn(to next: Int?) {
    if next == id { return }
    settle()
    id = next
  }

  mutating func page() -> FinishedText.Page {
    settle()
    return FinishedText.Page(
      runs: runs.mapValues { String(decoding: $0, as: UTF8.self) },
      artifacts: String(decoding: artifacts, as: UTF8.self))
  }

  private mutating func settle() {
    if text.isEmpty { return }
    if let id {
      runs[id, default: []] += text
    } else {
      artifacts += text
    }
    text.removeAll(keepingCapacity: true)
  }
}
