import CQPDF

/// What qpdf refuses, in its own words.
public struct QPDFError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The fault as qpdf says it.
  public let description: String
}

/// Owns a PDF file in memory that qpdf has parsed; objects are handles that die with it.
///
/// What goes wrong inside a getter is kept by qpdf; `checkFaults` throws it. qpdf itself prints
/// nothing.
@safe final class QPDFFile {
  /// A handle of an object in the file.
  typealias Object = qpdf_oh

  private var data: qpdf_data?
  /// The bytes that were read; qpdf looks at them until the file is written.
  private let bytes: UnsafeMutableBufferPointer<CChar>

  init(_ bytes: [UInt8]) throws(QPDFError) {
    unsafe self.bytes = .allocate(capacity: bytes.count)
    for (index, byte) in bytes.enumerated() { unsafe self.bytes[index] = CChar(bitPattern: byte) }
    unsafe data = qpdf_init()
    unsafe qpdf_set_suppress_warnings(data, QPDF_TRUE)
    unsafe qpdf_silence_errors(data)
    let code = unsafe qpdf_read_memory(
      data, "drawn.pdf", self.bytes.baseAddress, UInt64(bytes.count), nil)
    if code & QPDF_ERRORS != 0 { throw fault() }
  }

  deinit {
    // A fault that nobody asked for would be printed.
    if unsafe qpdf_has_error(data) != 0 { _ = unsafe qpdf_get_error(data) }
    unsafe qpdf_cleanup(&data)
    unsafe bytes.deallocate()
  }

  private func fault() -> QPDFError {
    guard unsafe qpdf_has_error(data) != 0,
      let text = unsafe qpdf_get_error_full_text(data, qpdf_get_error(data))
    else { return QPDFError(description: "unknown fault") }
    return unsafe QPDFError(description: String(cString: text))
  }

  /// Throws what went wrong since the file was opened and has not been thrown.
  func checkFaults() throws(QPDFError) {
    if unsafe qpdf_has_error(data) != 0 { throw fault() }
  }

  // MARK: Objects

  var root: Object { unsafe qpdf_get_root(data) }
  var trailer: Object { unsafe qpdf_get_trailer(data) }
  /// The number of pages; none if the page tree is damaged.
  var pageCount: Int { max(0, Int(unsafe qpdf_get_num_pages(data))) }
  func page(_ index: Int) -> Object { unsafe qpdf_get_page_n(data, index) }

  func get(_ key: String, of object: Object) -> Object? {
    guard unsafe qpdf_oh_has_key(data, object, "/" + key) != 0 else { return nil }
    return unsafe qpdf_oh_get_key(data, object, "/" + key)
  }
  func isName(_ object: Object?, _ name: String) -> Bool { nameText(object) == name }
  func string(_ object: Object) -> String {
    guard let text = unsafe qpdf_oh_get_utf8_value(data, object) else { return "" }
    return unsafe String(cString: text)
  }

  func items(of array: Object?) -> [Object] {
    guard let array, unsafe qpdf_oh_is_array(data, array) != 0 else { return [] }
    let count = unsafe qpdf_oh_get_array_n_items(data, array)
    return (0..<max(0, count)).map { unsafe qpdf_oh_get_array_item(data, array, $0) }
  }
  func isArray(_ object: Object) -> Bool { unsafe qpdf_oh_is_array(data, object) != 0 }
  func whole(_ object: Object?) -> Int? {
    guard let object, unsafe qpdf_oh_is_integer(data, object) != 0 else { return nil }
    return Int(unsafe qpdf_oh_get_int_value(data, object))
  }
  func isTrue(_ object: Object?) -> Bool {
    guard let object else { return false }
    return unsafe qpdf_oh_is_bool(data, object) != 0
      && qpdf_oh_get_bool_value(data, object) != 0
  }
  /// A name without its slash; nil for anything else.
  func nameText(_ object: Object?) -> String? {
    guard let object, unsafe qpdf_oh_is_name(data, object) != 0,
      let text = unsafe qpdf_oh_get_name(data, object)
    else { return nil }
    return unsafe String(String(cString: text).dropFirst())
  }
  /// The number of an indirect object; 0 for a direct one.
  func number(of object: Object) -> Int { Int(unsafe qpdf_oh_get_object_id(data, object)) }

  /// The content stream of a page.
  func content(of page: Object) throws(QPDFError) -> [UInt8] {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let code = unsafe qpdf_oh_get_page_content_data(data, page, &buffer, &length)
    guard code & QPDF_ERRORS == 0, let buffer = unsafe buffer else { throw fault() }
    defer { unsafe free(buffer) }
    return unsafe Array(UnsafeBufferPointer(start: buffer, count: length))
  }

  /// The bytes of a stream, inflated.
  func data(of stream: Object) throws(QPDFError) -> [UInt8] {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let code = unsafe qpdf_oh_get_stream_data(
      data, stream, qpdf_dl_generalized, nil, &buffer, &length)
    guard code & QPDF_ERRORS == 0, let buffer = unsafe buffer else { throw fault() }
    defer { unsafe free(buffer) }
    return unsafe Array(UnsafeBufferPointer(start: buffer, count: length))
  }
}
