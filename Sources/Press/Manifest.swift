import Foundation

/// What a batch printed: a line for each segment, printed or not, and why not.
public struct Manifest: Sendable, Codable, Hashable {
  /// One segment of the batch.
  public struct Entry: Sendable, Codable, Hashable {
    /// What became of a segment.
    public enum Status: String, Sendable, Codable {
      /// The file is there, whole.
      case printed
      /// The policy shows nothing of this segment, so there is no file.
      case withheld
      /// The document has errors; there is no file.
      case failed
    }

    /// The segment: `role:burgemeester`.
    public var segment: String
    /// What became of it.
    public var status: Status
    /// The file's name in the folder of the manifest; nil if there is none.
    public var file: String?
    /// The SHA-256 of the file.
    public var sha256: String?
    /// The number of pages.
    public var pages: Int?
    /// The number of bytes.
    public var bytes: Int?
    /// Why there is no file; nil if there is one.
    public var reason: String?
    /// The warnings of this document, as `file:line:column: text`.
    public var warnings: [String]
  }

  /// The version of this format.
  public var format = 1
  /// The report, by the name of its folder.
  public var report: String
  /// The edition.
  public var edition: String
  /// The SHA-256 of each input by its path in the report: spec, results, layout, list of fonts.
  public var inputs: [String: String]
  /// The segments, in their own order.
  public var entries: [Entry]

  /// The manifest as JSON with sorted keys, ended by a newline.
  public func json() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(self)) + [UInt8(ascii: "\n")]
  }
}
