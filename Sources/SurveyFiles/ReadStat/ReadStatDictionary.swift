import CReadStat

/// Collects what ReadStat says of a file's variables.
final class ReadStatDictionary {
  private var variables: [(variable: SurveyVariable, labels: String?)] = []
  private var labels: [String: [SurveyVariable.Label]] = [:]
  private var weight: String?
  private var rows: Int?
  private var label = ""

  /// Reads the dictionary of a file.
  static func read(
    path: String, kind: SurveyFileKind, encoding: String?
  ) throws(SurveyFileFault) -> SurveyDictionary {
    let collector = ReadStatDictionary()
    let parser = try ReadStatParser.open(path: path)
    unsafe parser.setDictionaryHandlers(
      metadata: { metadata, context in
        unsafe ReadStatDictionary.with(context) { unsafe $0.take(metadata) }
      },
      variable: { _, variable, labels, context in
        unsafe ReadStatDictionary.with(context) { unsafe $0.take(variable, labels: labels) }
      },
      label: { name, value, label, context in
        unsafe ReadStatDictionary.with(context) { unsafe $0.take(name, value, label) }
      },
      weight: { variable, context in
        unsafe ReadStatDictionary.with(context) { collector in
          collector.weight = unsafe text(readstat_variable_get_name(variable))
        }
      })
    try unsafe parser.parse(
      kind, encoding: encoding, context: Unmanaged.passUnretained(collector).toOpaque())
    return withExtendedLifetime(collector) { collector.dictionary }
  }

  private var dictionary: SurveyDictionary {
    SurveyDictionary(
      variables: variables.map { entry in
        var variable = entry.variable
        variable.labels = entry.labels.flatMap { labels[$0] } ?? []
        return variable
      },
      weight: weight, rows: rows, label: label)
  }

  private static func with(
    _ context: UnsafeMutableRawPointer?, _ body: (ReadStatDictionary) -> Void
  ) -> CInt {
    guard let context = unsafe context else { return CInt(READSTAT_HANDLER_ABORT) }
    body(unsafe Unmanaged<ReadStatDictionary>.fromOpaque(context).takeUnretainedValue())
    return CInt(READSTAT_HANDLER_OK)
  }

  private func take(_ metadata: UnsafeMutablePointer<readstat_metadata_t>?) {
    let count = unsafe readstat_get_row_count(metadata)
    rows = count < 0 ? nil : Int(count)
    label = unsafe text(readstat_get_file_label(metadata))
  }

  private func take(
    _ variable: UnsafeMutablePointer<readstat_variable_t>?, labels: UnsafePointer<CChar>?
  ) {
    let isText = unsafe readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING
    let measure: SurveyVariable.Measure? =
      switch unsafe readstat_variable_get_measure(variable) {
      case READSTAT_MEASURE_NOMINAL: .nominal
      case READSTAT_MEASURE_ORDINAL: .ordinal
      case READSTAT_MEASURE_SCALE: .scale
      default: nil
      }
    let known = unsafe SurveyVariable(
      name: text(readstat_variable_get_name(variable)),
      label: text(readstat_variable_get_label(variable)), kind: isText ? .text : .number,
      measure: measure, missing: missing(of: variable))
    variables.append((known, unsafe labels.map { unsafe String(cString: $0) }))
  }

  private func missing(
    of variable: UnsafeMutablePointer<readstat_variable_t>?
  ) -> [SurveyVariable.Missing] {
    let count = unsafe readstat_variable_get_missing_ranges_count(variable)
    // A format has at most three; ReadStat has room for sixteen.
    return (0..<max(0, min(count, 16))).compactMap { position in
      let low = unsafe readstat_variable_get_missing_range_lo(variable, position)
      let high = unsafe readstat_variable_get_missing_range_hi(variable, position)
      if unsafe readstat_value_type_class(low) == READSTAT_TYPE_CLASS_STRING {
        let value = unsafe surveyValue(low)
        return value == .nothing ? nil : .value(value)
      }
      let bounds = unsafe (readstat_double_value(low), readstat_double_value(high))
      guard bounds.0 <= bounds.1 else { return nil }
      return bounds.0 == bounds.1 ? .value(.number(bounds.0)) : .range(bounds.0...bounds.1)
    }
  }

  private func take(
    _ name: UnsafePointer<CChar>?, _ value: readstat_value_t, _ label: UnsafePointer<CChar>?
  ) {
    let value = unsafe surveyValue(value)
    guard value != .nothing else { return }
    labels[unsafe text(name), default: []].append(
      SurveyVariable.Label(value, trimmed(unsafe text(label))))
  }
}

/// A C string, or "".
@unsafe func text(_ characters: UnsafePointer<CChar>?) -> String {
  unsafe characters.map { unsafe String(cString: $0) } ?? ""
}

/// A value as ReadStat gives it, for the dictionary; rows have a faster way.
@unsafe func surveyValue(_ value: readstat_value_t) -> SurveyValue {
  if unsafe value.is_tagged_missing != 0 {
    return .missing(tag: Character(Unicode.Scalar(UInt8(bitPattern: unsafe value.tag))))
  }
  if unsafe value.is_system_missing != 0 { return .nothing }
  if unsafe readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING {
    let text = trimmed(unsafe text(readstat_string_value(value)))
    return text.isEmpty ? .nothing : .text(text)
  }
  let number =
    unsafe value.type == READSTAT_TYPE_FLOAT
    ? exactDecimal(unsafe readstat_float_value(value)) : unsafe readstat_double_value(value)
  return number.isFinite ? .number(number == 0 ? 0 : number) : .nothing
}

/// The number that a single-precision value stands for: 1.1 and not 1.10000002384186.
func exactDecimal(_ value: Float) -> Double { Double(value.description) ?? Double(value) }

/// A text without spaces around it.
func trimmed(_ text: String) -> String {
  guard text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
  let bytes = Array(text.utf8)
  let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.count
  let end = bytes.lastIndex { $0 != 0x20 }.map { $0 + 1 } ?? start
  return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
}
