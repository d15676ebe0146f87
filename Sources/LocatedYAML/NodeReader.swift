import Diagnostics

/// Makes located values of the parser's events; reports what the schema of all readers forbids.
struct NodeReader {
  let text: YAMLText
  private(set) var log = DiagnosticLog()
  private let events: YAMLEvents
  /// Where the values read so far end, as a byte offset in the file.
  private var end: Int

  init(text: YAMLText) {
    self.text = text
    events = YAMLEvents(text.source.bytes[text.bytes])
    end = text.bytes.lowerBound
  }

  /// The value of the only document; a mapping without keys if there is none, nil after a fault that was
  /// reported.
  mutating func document() throws(YAMLFault) -> YAMLValue? {
    var value: YAMLValue? = YAMLValue(
      .mapping([]), at: text.source.range(text.bytes.lowerBound..<text.bytes.lowerBound))
    var documents = 0
    while true {
      switch try events.next() {
      case .streamEnd: return value
      case .documentStart(let mark):
        documents += 1
        if documents > 1 { throw YAMLFault(problem: YAMLText.secondDocument, place: mark) }
        value = try self.value(try events.next(), depth: 1)
      default: continue
      }
    }
  }

  private mutating func value(_ event: YAMLEvent, depth: Int) throws(YAMLFault) -> YAMLValue? {
    switch event {
    case .scalar(let content, let style, let mark):
      guard let start = start(at: mark, depth: depth) else { return nil }
      let located = scalar(content, style, at: start)
      return YAMLValue(.scalar(located), at: located.text.range)
    case .sequenceStart(let mark):
      guard let start = start(at: mark, depth: depth) else {
        try skipCollection()
        return nil
      }
      return try sequence(at: start, depth: depth)
    case .mappingStart(let mark):
      guard let start = start(at: mark, depth: depth) else {
        try skipCollection()
        return nil
      }
      return try mapping(at: start, depth: depth)
    case .alias(let mark):
      throw YAMLFault(problem: YAMLText.alias, place: mark)
    case .documentStart, .sequenceEnd, .mappingEnd, .streamEnd, .other:
      preconditionFailure("libyaml ends what it did not begin")
    }
  }

  /// Where a value begins; nil if none may stand there, which was reported.
  private mutating func start(at mark: YAMLMark, depth: Int) -> Int? {
    let start = text.offset(of: mark)
    end = max(end, start)
    return mayStand(at: start, depth: depth) ? start : nil
  }

  /// Passes the rest of a collection whose start was read.
  private func skipCollection() throws(YAMLFault) {
    var depth = 1
    while depth > 0 {
      switch try events.next() {
      case .sequenceStart, .mappingStart: depth += 1
      case .sequenceEnd, .mappingEnd: depth -= 1
      case .alias(let mark): throw YAMLFault(problem: YAMLText.alias, place: mark)
      default: continue
      }
    }
  }

  /// Passes a value whose first event was read.
  private func skip(_ event: YAMLEvent) throws(YAMLFault) {
    switch event {
    case .sequenceStart, .mappingStart: try skipCollection()
    case .alias(let mark): throw YAMLFault(problem: YAMLText.alias, place: mark)
    default: return
    }
  }

  private mutating func sequence(
    at start: Int, depth: Int
  ) throws(YAMLFault) -> YAMLValue? {
    var values: [YAMLValue] = []
    while true {
      let event = try events.next()
      if case .sequenceEnd = event { break }
      if let value = try value(event, depth: depth + 1) { values.append(value) }
    }
    closeFlow(from: start)
    return YAMLValue(.sequence(values), at: text.source.range(start..<max(start, end)))
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
    at start: Int, depth: Int
  ) throws(YAMLFault) -> YAMLValue? {
    var entries: [YAMLEntry] = []
    var places: [String: SourceRange] = [:]
    while true {
      let event = try events.next()
      switch event {
      case .mappingEnd:
        closeFlow(from: start)
        return YAMLValue(.mapping(entries), at: text.source.range(start..<max(start, end)))
      case .scalar(let content, let style, let mark):
        let key = self.key(content, style, at: mark, depth: depth, &places)
        let value = try events.next()
        guard let key else {
          try skip(value)
          continue
        }
        if let value = try self.value(value, depth: depth + 1) {
          entries.append(YAMLEntry(key: key, value: value))
        }
      case .sequenceStart(let mark), .mappingStart(let mark):
        reportComposite(at: text.offset(of: mark), in: start)
        // The rest of the key, its value and all that follows.
        try skipCollection()
        try skipCollection()
        return nil
      default: try skip(event)
      }
    }
  }

  /// A key; nil if it may not stand there or stood before, which was reported.
  private mutating func key(
    _ content: [UInt8], _ style: YAMLEvent.Style, at mark: YAMLMark, depth: Int,
    _ places: inout [String: SourceRange]
  ) -> LocatedText? {
    guard let start = start(at: mark, depth: depth) else { return nil }
    let key = scalar(content, style, at: start).text
    if let first = places[key.text] {
      log.report(.duplicateKey(key.text, at: key.range, first: first))
      return nil
    }
    places[key.text] = key.range
    return key
  }

  private mutating func reportComposite(at key: Int, in start: Int) {
    let isFilling = isFlow(at: start) && isFlow(at: key) && key == start + 1
    let range = text.source.range(start..<min(start + 2, text.bytes.upperBound))
    log.report(isFilling ? .unquotedFilling(at: range) : .compositeKey(at: range))
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

  private mutating func scalar(
    _ content: [UInt8], _ style: YAMLEvent.Style, at start: Int
  ) -> YAMLScalar {
    var tracer = ScalarTracer(text: text, content: content, start: start)
    switch style {
    case .quoted: tracer.traceQuoted()
    case .block: tracer.traceBlock()
    case .plain: tracer.tracePlain()
    }
    end = max(end, tracer.end)
    let range = text.source.range(start..<max(start, tracer.end))
    return YAMLScalar(
      LocatedText(String(decoding: content, as: UTF8.self), at: range, pieces: tracer.pieces),
      isQuoted: style != .plain)
  }
}
