import CReadStat

/// The one owner of a ReadStat parser: reads a file through a buffer and calls handlers.
///
/// Nothing is thrown through C: a handler that wants to stop returns `READSTAT_HANDLER_ABORT`.
@safe struct ReadStatParser: ~Copyable {
  private let parser: UnsafeMutablePointer<readstat_parser_t>
  private let input: BufferedInput

  /// Creates a parser for a file.
  static func open(path: String) throws(SurveyFileFault) -> ReadStatParser {
    let input = try BufferedInput(path: path)
    guard let parser = unsafe readstat_parser_init() else { throw .unreadable }
    return unsafe ReadStatParser(adopting: parser, input: input)
  }

  private init(adopting parser: UnsafeMutablePointer<readstat_parser_t>, input: BufferedInput) {
    unsafe self.parser = parser
    self.input = input
    setInputHandlers()
  }

  deinit { unsafe readstat_parser_free(parser) }

  /// Sets the handlers that the dictionary is read with; their context is what `parse` is given.
  func setDictionaryHandlers(
    metadata: readstat_metadata_handler, variable: readstat_variable_handler,
    label: readstat_value_label_handler, weight: readstat_fweight_handler
  ) {
    unsafe readstat_set_metadata_handler(parser, metadata)
    unsafe readstat_set_variable_handler(parser, variable)
    unsafe readstat_set_value_label_handler(parser, label)
    unsafe readstat_set_fweight_handler(parser, weight)
  }

  /// Sets the handlers that the rows are read with; their context is what `parse` is given.
  func setRowHandlers(variable: readstat_variable_handler, value: readstat_value_handler) {
    unsafe readstat_set_variable_handler(parser, variable)
    unsafe readstat_set_value_handler(parser, value)
  }

  /// Reads the file from start to end.
  ///
  /// - Parameters:
  ///   - kind: what kind of file it is.
  ///   - encoding: the encoding of its texts; nil for what the file says.
  ///   - context: what the handlers are called with.
  /// - Throws: what ReadStat finds wrong with the file.
  @unsafe func parse(
    _ kind: SurveyFileKind, encoding: String?, context: UnsafeMutableRawPointer
  ) throws(SurveyFileFault) {
    let status: readstat_error_t
    if let encoding {
      status = unsafe encoding.withCString { name in
        unsafe readstat_set_file_character_encoding(parser, name)
        return unsafe run(kind, context)
      }
    } else {
      status = unsafe run(kind, context)
    }
    if status != READSTAT_OK { throw Self.fault(of: status) }
  }

  private func run(
    _ kind: SurveyFileKind, _ context: UnsafeMutableRawPointer
  ) -> readstat_error_t {
    // The name is not used: the handlers below read the file that is open.
    switch kind {
    case .spss: unsafe readstat_parse_sav(parser, "", context)
    case .portable: unsafe readstat_parse_por(parser, "", context)
    case .stata: unsafe readstat_parse_dta(parser, "", context)
    case .delimited: READSTAT_ERROR_PARSE
    }
  }

  /// ReadStat reads through `input`, which outlives the parser.
  private func setInputHandlers() {
    unsafe readstat_set_open_handler(parser) { _, _ in 0 }
    unsafe readstat_set_close_handler(parser) { _ in 0 }
    unsafe readstat_set_update_handler(parser) { _, _, _, _ in READSTAT_OK }
    unsafe readstat_set_seek_handler(parser) { offset, origin, context in
      guard let context = unsafe context else { return -1 }
      let input = unsafe Unmanaged<BufferedInput>.fromOpaque(context).takeUnretainedValue()
      let from: BufferedInput.SeekOrigin =
        switch origin {
        case READSTAT_SEEK_SET: .start
        case READSTAT_SEEK_CUR: .current
        default: .end
        }
      return readstat_off_t(input.seek(Int(offset), from: from) ?? -1)
    }
    unsafe readstat_set_read_handler(parser) { target, count, context in
      guard let target = unsafe target, let context = unsafe context else { return -1 }
      let input = unsafe Unmanaged<BufferedInput>.fromOpaque(context).takeUnretainedValue()
      return unsafe input.read(into: UnsafeMutableRawBufferPointer(start: target, count: count))
    }
    unsafe readstat_set_io_ctx(parser, Unmanaged.passUnretained(input).toOpaque())
  }

  private static func fault(of status: readstat_error_t) -> SurveyFileFault {
    switch status {
    case READSTAT_ERROR_READ, READSTAT_ERROR_SEEK, READSTAT_ERROR_ROW_COUNT_MISMATCH: .cutOff
    case READSTAT_ERROR_CONVERT_BAD_STRING, READSTAT_ERROR_CONVERT: .wrongEncoding
    default:
      .damaged(reason: unsafe text(readstat_error_message(status)))
    }
  }
}
