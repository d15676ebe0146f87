import Foundation

/// A JSON value, as Foundation reads it: not by the code under test.
public indirect enum JSONDocument: Decodable, Sendable, Hashable {
  case nothing
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([JSONDocument])
  case object([String: JSONDocument])

  /// Decodes whatever value there is.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .nothing
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let list = try? container.decode([JSONDocument].self) {
      self = .list(list)
    } else {
      self = .object(try container.decode([String: JSONDocument].self))
    }
  }

  /// Reads a text.
  public init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONDocument.self, from: Data(text.utf8))
  }

  /// The value under a key of an object.
  public subscript(key: String) -> JSONDocument? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The values of a list; empty for anything else.
  public var list: [JSONDocument] { if case .list(let values) = self { values } else { [] } }

  /// The text; nil for anything else.
  public var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The number; nil for anything else.
  public var number: Double? { if case .number(let number) = self { number } else { nil } }
}
