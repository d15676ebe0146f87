import Foundation

/// Writes diagnostics for editors: a JSON array of objects with the fields of `Diagnostic`.
public struct JSONRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// A JSON array with one object per diagnostic, keys sorted, ended by a newline.
  public func render(_ diagnostics: [Diagnostic]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(diagnostics), as: UTF8.self) + "\n"
  }
}
