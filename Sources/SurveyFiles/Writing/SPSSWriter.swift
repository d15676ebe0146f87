import CReadStat

/// Writes a survey as an SPSS file (`.sav`) through ReadStat.
///
/// The same survey gives the same bytes: the date in the header is always the same one. The
/// multiple-response sets, which ReadStat 1.1.8 does not write, are put into the dictionary afterwards.
@safe public struct SPSSWriter: ~Copyable {
  /// What ReadStat refused.
  public struct Refusal: Error, CustomStringConvertible {
    /// What it says.
    public let description: String
  }

  private let writer: UnsafeMutablePointer<readstat_writer_t>
  private let output = Output()

  /// The bytes that were written.
  private final class Output {
    var bytes: [UInt8] = []
  }

  /// The bytes of the file of a survey.
  ///
  /// - Parameters:
  ///   - dictionary: the variables, the sets and the title; names as SPSS allows them.
  ///   - rows: for each respondent a value for each variable, of its kind.
  /// - Throws: what ReadStat refuses, a name of the wrong form for example.
  public static func bytes(
    of dictionary: SurveyDictionary, rows: [[SurveyValue]]
  ) throws(Refusal) -> [UInt8] {
    guard let made = unsafe readstat_writer_init() else {
      throw Refusal(description: "no memory")
    }
    let writer = unsafe SPSSWriter(adopting: made)
    var bytes = try writer.write(dictionary, rows: rows)
    // ReadStat writes the hour of the machine's time zone.
    bytes.replaceSubrange(92..<109, with: "01 Jan 0000:00:00".utf8)
    return SPSSSetRecord.inserted(dictionary.sets, into: bytes)
  }

  private init(adopting writer: UnsafeMutablePointer<readstat_writer_t>) {
    unsafe self.writer = writer
    unsafe readstat_set_data_writer(writer) { data, length, context in
      guard let data = unsafe data, let context = unsafe context else { return -1 }
      let output = unsafe Unmanaged<Output>.fromOpaque(context).takeUnretainedValue()
      unsafe output.bytes.append(contentsOf: UnsafeRawBufferPointer(start: data, count: length))
      return length
    }
  }

  deinit { unsafe readstat_writer_free(writer) }

  private func write(
    _ dictionary: SurveyDictionary, rows: [[SurveyValue]]
  ) throws(Refusal) -> [UInt8] {
    unsafe readstat_writer_set_file_label(writer, dictionary.label)
    unsafe readstat_writer_set_compression(writer, READSTAT_COMPRESS_ROWS)
    for (position, variable) in dictionary.variables.enumerated() {
      let values = rows.lazy.map { $0[position] }
      try add(variable, width: variable.kind == .text ? Self.width(of: values) : 0)
    }
    try check(
      unsafe readstat_begin_writing_sav(
        writer, Unmanaged.passUnretained(output).toOpaque(), rows.count))
    for row in rows {
      try check(unsafe readstat_begin_row(writer))
      for (position, value) in row.enumerated() { try insert(value, at: position) }
      try check(unsafe readstat_end_row(writer))
    }
    try check(unsafe readstat_end_writing(writer))
    return output.bytes
  }

  private static func width(of values: some Sequence<SurveyValue>) -> Int {
    values.reduce(1) { max($0, $1.code.utf8.count) }
  }

  private func add(_ variable: SurveyVariable, width: Int) throws(Refusal) {
    let type = variable.kind == .text ? READSTAT_TYPE_STRING : READSTAT_TYPE_DOUBLE
    let added = unsafe readstat_add_variable(writer, variable.name, type, width)
    unsafe readstat_variable_set_label(added, variable.label)
    if !variable.labels.isEmpty {
      let set = unsafe readstat_add_label_set(writer, type, variable.name)
      for label in variable.labels {
        switch label.value {
        case .number(let number): unsafe readstat_label_double_value(set, number, label.text)
        default: unsafe readstat_label_string_value(set, label.value.code, label.text)
        }
      }
      unsafe readstat_variable_set_label_set(added, set)
    }
    for missing in variable.missing {
      switch missing {
      case .value(.number(let number)):
        try check(unsafe readstat_variable_add_missing_double_value(added, number))
      case .value(let value):
        try check(unsafe readstat_variable_add_missing_string_value(added, value.code))
      case .range(let range):
        try check(
          unsafe readstat_variable_add_missing_double_range(
            added, range.lowerBound, range.upperBound))
      }
    }
    let measure =
      switch variable.measure {
      case .nominal: READSTAT_MEASURE_NOMINAL
      case .ordinal: READSTAT_MEASURE_ORDINAL
      case .scale: READSTAT_MEASURE_SCALE
      case nil: READSTAT_MEASURE_UNKNOWN
      }
    unsafe readstat_variable_set_measure(added, measure)
  }

  private func insert(_ value: SurveyValue, at position: Int) throws(Refusal) {
    let variable = unsafe readstat_get_variable(writer, Int32(position))
    let status =
      switch value {
      case .number(let number): unsafe readstat_insert_double_value(writer, variable, number)
      case .text(let text): unsafe readstat_insert_string_value(writer, variable, text)
      case .nothing, .missing: unsafe readstat_insert_missing_value(writer, variable)
      }
    try check(status)
  }

  private func check(_ status: readstat_error_t) throws(Refusal) {
    if status != READSTAT_OK {
      throw Refusal(description: unsafe text(readstat_error_message(status)))
    }
  }
}
