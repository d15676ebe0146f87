import CDeflate

/// Owns a decompressor of libdeflate.
@safe final class Inflater {
  private let decompressor: OpaquePointer
  /// What is written packs to a fourth or a sixth: eight times as much is nearly always room enough.
  private static let usualRatio = 8

  init() throws(DrawingError) {
    guard let decompressor = unsafe libdeflate_alloc_decompressor() else {
      throw .pdf("no memory to inflate with")
    }
    unsafe self.decompressor = decompressor
  }

  deinit { unsafe libdeflate_free_decompressor(decompressor) }

  /// The bytes of a zlib stream; nil if it is damaged.
  func inflated(_ data: ArraySlice<UInt8>) -> [UInt8]? {
    var capacity = max(1024, data.count * Self.usualRatio)
    while true {
      var result = LIBDEFLATE_SUCCESS
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        unsafe data.withUnsafeBytes { data in
          unsafe result = libdeflate_zlib_decompress(
            decompressor, data.baseAddress, data.count, buffer.baseAddress, capacity, &count)
        }
        if result != LIBDEFLATE_SUCCESS { count = 0 }
      }
      if result == LIBDEFLATE_SUCCESS { return bytes }
      if result != LIBDEFLATE_INSUFFICIENT_SPACE { return nil }
      capacity *= 2
    }
  }
}
