import Diagnostics
import Yams

/// Turns the parser's nodes into located values; reports what the schema of all readers forbids.
struct NodeReader {
  let text: YAMLText
  var log: DiagnosticLog
  /// Where the values read so far end, as a byte offset in the file.
  private var end: Int

  init(text: YAMLText, log: DiagnosticLog) {
    self.text = text
    self.log = log
    end = text.bytes.lowerBound
  }

  mutating func value(_ node: Node, depth: Int) -> YAMLValue? {
    let start = node.mark.map { text.offset(of: $0) } ?? end
    end = max(end, start)
    guard mayStand(at: start, depth: depth) else { return nil }
    switch node {
    case .scalar(let scalar):
      let located = self.scalar(scalar, at: start)
      return YAMLValue(.scalar(located), at: located.text.range)
    case .sequence(let sequence):
      var values: [YAMLValue] = []
      for child in sequence {
        if let value = value(child, depth: depth + 1) { values.append(value) }
      }
      closeFlow(from: start)
      return YAMLValue(.sequence(values), at: text.source.range(start..<max(start, end)))
    case .mapping(let mapping):
      return self.mapping(mapping, at: start, depth: depth)
    case .alias:
      log.report(.yamlAnchor("*", at: text.source.range(start..<start)))
      return nil
    }
  }

  private mutating func mayStand(at start: Int, depth: Int) -> Bool {
    let point = text.source.range(start..<min(start + 1, text.bytes.upperBound))
    if depth > LocatedYAML.depthBound {
      log.report(.yamlTooDeep(LocatedYAML.depthBound, at: point))
      return false
    }
    guard start < text.bytes.upperBound else { return true }
    switch text.source.bytes[start] {
    case UInt8(ascii: "&"):
      var end = start + 1
      while end < text.bytes.upperBound, YAMLText.isNameByte(text.source.bytes[end]) { end += 1 }
      let name = String(decoding: text.source.bytes[start..<end], as: UTF8.self)
      log.report(.yamlAnchor(name, at: text.source.range(start..<end)))
      return false
    case UInt8(ascii: "!"):
      log.report(.yamlTag(at: point))
      return false
    default:
      return true
    }
  }

  private mutating func mapping(
    _ mapping: Node.Mapping,
    at start: Int,
    depth: Int
  ) -> YAMLValue? {
    var entries: [YAMLEntry] = []
    var places: [String: SourceRange] = [:]
    for (key, value) in mapping {
      let keyStart = key.mark.map { text.offset(of: $0) } ?? end
      guard case .scalar(let scalar) = key else {
        let isFilling = isFlow(at: start) && isFlow(at: keyStart) && keyStart == start + 1
        let range = text.source.range(start..<min(start + 2, text.bytes.upperBound))
        log.report(isFilling ? .unquotedFilling(at: range) : .compositeKey(at: range))
        return nil
      }
      guard mayStand(at: keyStart, depth: depth) else { continue }
      end = max(end, keyStart)
      let located = self.scalar(scalar, at: keyStart)
      if let first = places[located.text.text] {
        log.report(
          .duplicateKey(located.text.text, at: located.text.range, first: first)
        )
        continue
      }
      places[located.text.text] = located.text.range
      if let value = self.value(value, depth: depth + 1) {
        entries.append(YAMLEntry(key: located.text, value: value))
      }
    }
    closeFlow(from: start)
    return YAMLValue(.mapping(entries), at: text.source.range(start..<max(start, end)))
  }

  private func isFlow(at offset: Int) -> Bool {
    offset < text.bytes.upperBound && text.source.bytes[offset] == UInt8(ascii: "{")
  }

  /// Moves the end behind the bracket that closes a collection in flow style.
  private mutating func closeFlow(from start: Int) {
    guard start < text.bytes.upperBound else { return }
    let closing: UInt8
    switch text.source.bytes[start] {
    case UInt8(ascii: "["): closing = UInt8(ascii: "]")
    case UInt8(ascii: "{"): closing = UInt8(ascii: "}")
    default: return
    }
    var offset = max(end, start + 1)
    while offset < text.bytes.upperBound {
      let byte = text.source.bytes[offset]
      offset += 1
      if byte == closing {
        end = offset
        return
      }
      guard [0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ",")].contains(byte) else { return }
    }
  }

  private mutating func scalar(_ scalar: Node.Scalar, at start: Int) -> YAMLScalar {
    var tracer = ScalarTracer(text: text, content: Array(scalar.string.utf8), start: start)
    let isQuoted: Bool
    switch scalar.style {
    case .singleQuoted, .doubleQuoted:
      tracer.traceQuoted()
      isQuoted = true
    case .literal, .folded:
      tracer.traceBlock()
      isQuoted = true
    case .plain, .any:
      tracer.tracePlain()
      isQuoted = false
    }
    end = max(end, tracer.end)
    let range = text.source.range(start..<max(start, tracer.end))
    return YAMLScalar(
      LocatedText(scalar.string, at: range, pieces: tracer.pieces),
      isQuoted: isQuoted
    )
  }
}
