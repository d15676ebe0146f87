import CQPDF

/// Owns a PDF file in memory that qpdf has parsed; objects are handles that die with it.
@safe final class QPDFFile {
  /// A handle of an object in the file.
  typealias Object = qpdf_oh

  private var data: qpdf_data?
  /// The bytes that were read; qpdf looks at them until the file is written.
  private let bytes: UnsafeMutableBufferPointer<CChar>

  init(_ bytes: [UInt8]) throws(DrawingError) {
    unsafe self.bytes = .allocate(capacity: bytes.count)
    for (index, byte) in bytes.enumerated() { unsafe self.bytes[index] = CChar(bitPattern: byte) }
    unsafe data = qpdf_init()
    unsafe qpdf_set_suppress_warnings(data, QPDF_TRUE)
    let code = unsafe qpdf_read_memory(
      data, "drawn.pdf", self.bytes.baseAddress, UInt64(bytes.count), nil)
    if code & QPDF_ERRORS != 0 { throw fault() }
  }

  deinit {
    unsafe qpdf_cleanup(&data)
    unsafe bytes.deallocate()
  }

  private func fault() -> DrawingError {
    guard unsafe qpdf_has_error(data) != 0,
      let text = unsafe qpdf_get_error_full_text(data, qpdf_get_error(data))
    else { return .qpdf("unknown fault") }
    return unsafe .qpdf(String(cString: text))
  }

  // MARK: Objects

  var root: Object { unsafe qpdf_get_root(data) }
  var trailer: Object { unsafe qpdf_get_trailer(data) }
  /// The number of pages; none if the page tree is damaged.
  var pageCount: Int { max(0, Int(unsafe qpdf_get_num_pages(data))) }
  func page(_ index: Int) -> Object { unsafe qpdf_get_page_n(data, index) }

  func name(_ text: String) -> Object { unsafe qpdf_oh_new_name(data, "/" + text) }
  func integer(_ value: Int) -> Object { unsafe qpdf_oh_new_integer(data, Int64(value)) }
  func boolean(_ value: Bool) -> Object { unsafe qpdf_oh_new_bool(data, value ? 1 : 0) }
  /// A number with three decimals at most.
  func real(_ value: Double) -> Object { unsafe qpdf_oh_new_real_from_double(data, value, 3) }
  /// A string of ASCII bytes.
  func ascii(_ text: String) -> Object { unsafe qpdf_oh_new_string(data, text) }
  /// A string in whichever PDF encoding it needs.
  func text(_ text: String) -> Object { unsafe qpdf_oh_new_unicode_string(data, text) }
  func array(_ items: [Object] = []) -> Object {
    let array = unsafe qpdf_oh_new_array(data)
    for item in items { append(item, to: array) }
    return array
  }
  func dictionary(_ entries: KeyValuePairs<String, Object> = [:]) -> Object {
    let dictionary = unsafe qpdf_oh_new_dictionary(data)
    for (key, value) in entries { set(key, of: dictionary, to: value) }
    return dictionary
  }
  func indirect(_ object: Object) -> Object { unsafe qpdf_make_indirect_object(data, object) }
  func stream(_ bytes: [UInt8]) -> Object {
    let stream = unsafe qpdf_oh_new_stream(data)
    let null = unsafe qpdf_oh_new_null(data)
    unsafe qpdf_oh_replace_stream_data(data, stream, bytes, bytes.count, null, null)
    return stream
  }

  func set(_ key: String, of object: Object, to value: Object) {
    unsafe qpdf_oh_replace_key(data, object, "/" + key, value)
  }
  func remove(_ key: String, from object: Object) {
    unsafe qpdf_oh_remove_key(data, object, "/" + key)
  }
  func get(_ key: String, of object: Object) -> Object? {
    guard unsafe qpdf_oh_has_key(data, object, "/" + key) != 0 else { return nil }
    return unsafe qpdf_oh_get_key(data, object, "/" + key)
  }
  func append(_ item: Object, to array: Object) {
    unsafe qpdf_oh_append_item(data, array, item)
  }
  func dictionary(of stream: Object) -> Object { unsafe qpdf_oh_get_dict(data, stream) }
  func isDictionary(_ object: Object) -> Bool { unsafe qpdf_oh_is_dictionary(data, object) != 0 }
  func isStream(_ object: Object) -> Bool { unsafe qpdf_oh_is_stream(data, object) != 0 }
  func isName(_ object: Object?, _ name: String) -> Bool {
    guard let object, unsafe qpdf_oh_is_name(data, object) != 0,
      let text = unsafe qpdf_oh_get_name(data, object)
    else { return false }
    return unsafe String(cString: text) == "/" + name
  }
  func string(_ object: Object) -> String {
    guard let text = unsafe qpdf_oh_get_utf8_value(data, object) else { return "" }
    return unsafe String(cString: text)
  }

  func items(of array: Object?) -> [Object] {
    guard let array, unsafe qpdf_oh_is_array(data, array) != 0 else { return [] }
    let count = unsafe qpdf_oh_get_array_n_items(data, array)
    return (0..<max(0, count)).map { unsafe qpdf_oh_get_array_item(data, array, $0) }
  }
  /// The keys of a dictionary without their slashes, sorted.
  func keys(of dictionary: Object) -> [String] {
    var keys: [String] = []
    unsafe qpdf_oh_begin_dict_key_iter(data, dictionary)
    while unsafe qpdf_oh_dict_more_keys(data) != 0 {
      guard let key = unsafe qpdf_oh_dict_next_key(data) else { break }
      keys.append(unsafe String(String(cString: key).dropFirst()))
    }
    return keys.sorted()
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

  /// Calls for each object of the file, by number.
  func forEachObject(_ body: (Object) -> Void) {
    guard let size = get("Size", of: trailer) else { return }
    let count = unsafe qpdf_oh_get_int_value_as_int(data, size)
    for number in 1..<max(2, count) {
      let object = unsafe qpdf_get_object_by_id(data, number, 0)
      body(object)
      unsafe qpdf_oh_release(data, object)
    }
  }

  /// Lets go of all handles but those made afterwards; the objects in the file stay.
  func releaseHandles() { unsafe qpdf_oh_release_all(data) }

  /// The content stream of a page.
  func content(of page: Object) throws(DrawingError) -> [UInt8] {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let code = unsafe qpdf_oh_get_page_content_data(data, page, &buffer, &length)
    guard code & QPDF_ERRORS == 0, let buffer = unsafe buffer else { throw fault() }
    defer { unsafe free(buffer) }
    return unsafe Array(UnsafeBufferPointer(start: buffer, count: length))
  }

  /// The bytes of a stream, inflated.
  func data(of stream: Object) throws(DrawingError) -> [UInt8] {
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let code = unsafe qpdf_oh_get_stream_data(
      data, stream, qpdf_dl_generalized, nil, &buffer, &length)
    guard code & QPDF_ERRORS == 0, let buffer = unsafe buffer else { throw fault() }
    defer { unsafe free(buffer) }
    return unsafe Array(UnsafeBufferPointer(start: buffer, count: length))
  }

  /// The whole file: object streams, a deterministic identifier, PDF 1.7.
  func write() throws(DrawingError) -> [UInt8] {
    unsafe qpdf_init_write_memory(data)
    unsafe qpdf_set_object_stream_mode(data, qpdf_o_generate)
    unsafe qpdf_set_compress_streams(data, QPDF_TRUE)
    unsafe qpdf_set_deterministic_ID(data, QPDF_TRUE)
    unsafe qpdf_set_newline_before_endstream(data, QPDF_TRUE)
    unsafe qpdf_set_minimum_pdf_version(data, "1.7")
    guard unsafe qpdf_write(data) & QPDF_ERRORS == 0,
      let buffer = unsafe qpdf_get_buffer(data)
    else { throw fault() }
    let length = unsafe qpdf_get_buffer_length(data)
    return unsafe Array(UnsafeBufferPointer(start: buffer, count: Int(length)))
  }
}
