import CYAML

/// A place as libyaml counts: line and column from 1, by its own notion of a line.
struct YAMLMark {
  var line: Int
  var column: Int

  init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}

/// A step through a YAML text.
enum YAMLEvent {
  /// How a scalar is written.
  enum Style {
    case plain
    case quoted
    case block
  }

  case documentStart(YAMLMark)
  case scalar([UInt8], Style, YAMLMark)
  case sequenceStart(YAMLMark)
  case sequenceEnd
  case mappingStart(YAMLMark)
  case mappingEnd
  case alias(YAMLMark)
  case streamEnd
  /// The start of the stream or the end of a document.
  case other
}

/// What libyaml does not understand.
struct YAMLFault: Error {
  /// Its own words; empty where it has none.
  var problem: String
  /// Where it noticed; nil where it does not tell.
  var place: YAMLMark?
  /// Where what it was reading begins.
  var context: YAMLMark?
}

/// Steps through a text with libyaml's parser, which it owns.
@safe final class YAMLEvents {
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  /// How many collections are open.
  private var depth = 0

  /// How many collections may be open; beyond that nothing is worth reading.
  private static let depthBound = 1000

  /// The text, which the parser looks at until the end.
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  init(_ text: ArraySlice<UInt8>) {
    unsafe bytes = .allocate(capacity: text.count)
    _ = unsafe bytes.initialize(from: text)
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      preconditionFailure("libyaml has no memory")
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe bytes.deallocate()
  }

  /// The next step.
  func next() throws(YAMLFault) -> YAMLEvent {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    defer { unsafe yaml_event_delete(&event) }
    let mark = unsafe YAMLMark(event.start_mark)
    switch unsafe event.type {
    case YAML_DOCUMENT_START_EVENT: return .documentStart(mark)
    case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
      depth += 1
      if depth > Self.depthBound { throw YAMLFault(problem: YAMLText.tooDeep, place: mark) }
      let isSequence = unsafe event.type == YAML_SEQUENCE_START_EVENT
      return isSequence ? .sequenceStart(mark) : .mappingStart(mark)
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      depth -= 1
      return unsafe event.type == YAML_SEQUENCE_END_EVENT ? .sequenceEnd : .mappingEnd
    case YAML_ALIAS_EVENT: return .alias(mark)
    case YAML_STREAM_END_EVENT: return .streamEnd
    case YAML_SCALAR_EVENT:
      let scalar = unsafe event.data.scalar
      let text = unsafe Array(UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length)))
      return .scalar(text, unsafe Self.style(scalar.style), mark)
    default: return .other
    }
  }

  private static func style(_ style: yaml_scalar_style_t) -> YAMLEvent.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
    case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
    default: .plain
    }
  }

  private func fault() -> YAMLFault {
    let state = unsafe parser.pointee
    let problem = unsafe state.problem.map { unsafe String(cString: $0) } ?? ""
    // The reader of bytes knows no lines.
    guard unsafe state.error == YAML_SCANNER_ERROR || state.error == YAML_PARSER_ERROR else {
      return YAMLFault(problem: problem)
    }
    return unsafe YAMLFault(
      problem: problem, place: YAMLMark(state.problem_mark),
      context: state.context == nil ? nil : YAMLMark(state.context_mark))
  }
}
