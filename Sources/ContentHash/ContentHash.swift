/// The SHA-256 of bytes, as 64 lower-case hexadecimal digits.
public struct ContentHash: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The 64 hexadecimal digits.
  public let hexadecimal: String

  /// Hashes bytes.
  public init(of bytes: [UInt8]) {
    var hasher = ContentHasher()
    hasher.update(bytes.span)
    self = hasher.finish()
  }

  /// Hashes the UTF-8 of a text.
  public init(of text: String) {
    var hasher = ContentHasher()
    hasher.update(text.utf8.span)
    self = hasher.finish()
  }

  /// Hashes a file, which need not fit into memory; nil if it cannot be read.
  public init?(ofFile path: String) {
    guard let hash = hashOfFile(path) else { return nil }
    self = hash
  }

  init(hexadecimal: String) {
    self.hexadecimal = hexadecimal
  }

  /// The 64 hexadecimal digits.
  public var description: String { hexadecimal }
}
