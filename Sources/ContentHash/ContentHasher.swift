import CNettle

/// A SHA-256 that is fed piece by piece, for what does not fit into memory.
///
/// Nettle computes it: a hash is not what Katern exists for, and Nettle knows the instructions that
/// processors have for this one (Decisions/0003).
@safe public struct ContentHasher: ~Copyable {
  private var state = sha256_ctx()

  /// Creates a hasher that has seen nothing.
  public init() {
    unsafe nettle_sha256_init(&state)
  }

  /// Adds bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    if bytes.isEmpty { return }
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe nettle_sha256_update(&state, buffer.count, buffer.baseAddress)
    }
  }

  /// The hash of everything added.
  public consuming func finish() -> ContentHash {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    unsafe nettle_sha256_digest(&state, digest.count, &digest)
    let digits = Array("0123456789abcdef".utf8)
    return ContentHash(
      hexadecimal: String(
        decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self))
  }
}
