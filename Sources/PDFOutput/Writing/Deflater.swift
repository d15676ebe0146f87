import CDeflate

/// Owns a compressor of libdeflate, which makes what zlib makes in less than half the time.
@safe final class Deflater {
  private let compressor: OpaquePointer
  /// The fastest level. On a report of 61 pages it takes 3.6 ms and makes 335 kB of streams; the default
  /// of libdeflate, 6, takes 8.6 ms for 302 kB, and 4, between them, 6.4 ms for 323 kB.
  private static let level: Int32 = 1

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
