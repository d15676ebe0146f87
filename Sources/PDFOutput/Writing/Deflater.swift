import CDeflate

/// Owns a compressor of libdeflate, which makes what zlib makes in less than half the time.
@safe final class Deflater {
  private let compressor: OpaquePointer
  /// The level that libdeflate takes by default: smaller files cost several times as much.
  private static let level: Int32 = 6

  init() throws(DrawingError) {
    guard let compressor = unsafe libdeflate_alloc_compressor(Self.level) else {
      throw .pdf("no memory to compress with")
    }
    unsafe self.compressor = compressor
  }

  deinit { unsafe libdeflate_free_compressor(compressor) }

  /// The bytes as a zlib stream.
  func deflated(_ bytes: [UInt8]) -> [UInt8] {
    let bound = unsafe libdeflate_zlib_compress_bound(compressor, bytes.count)
    return unsafe [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
      unsafe count = libdeflate_zlib_compress(
        compressor, bytes, bytes.count, buffer.baseAddress, bound)
    }
  }
}
