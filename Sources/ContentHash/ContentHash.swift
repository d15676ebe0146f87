import CGLib

/// The SHA-256 of bytes, as 64 lower-case hexadecimal digits.
///
/// GLib computes it: the library is there with Pango, and a hash is not what Katern exists for.
public struct ContentHash: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The 64 hexadecimal digits.
  public let hexadecimal: String

  /// Hashes bytes.
  public init(of bytes: [UInt8]) {
    var hasher = ContentHasher()
    hasher.update(bytes)
    self = hasher.finish()
  }

  /// Hashes the UTF-8 of a text.
  public init(of text: String) {
    self.init(of: Array(text.utf8))
  }

  fileprivate init(hexadecimal: String) {
    self.hexadecimal = hexadecimal
  }

  /// The 64 hexadecimal digits.
  public var description: String { hexadecimal }
}

/// A SHA-256 that is fed piece by piece, for files that do not fit into memory.
@safe public struct ContentHasher: ~Copyable {
  private let checksum: OpaquePointer?

  /// Creates a hasher that has seen nothing.
  public init() {
    unsafe checksum = g_checksum_new(G_CHECKSUM_SHA256)
  }

  deinit {
    if let checksum = unsafe checksum { unsafe g_checksum_free(checksum) }
  }

  /// Adds bytes.
  public mutating func update(_ bytes: [UInt8]) {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe g_checksum_update(checksum, buffer.baseAddress, buffer.count)
    }
  }

  /// The hash of everything added.
  public consuming func finish() -> ContentHash {
    guard let digits = unsafe g_checksum_get_string(checksum) else {
      preconditionFailure("GLib has no SHA-256")
    }
    return unsafe ContentHash(hexadecimal: String(cString: digits))
  }
}
