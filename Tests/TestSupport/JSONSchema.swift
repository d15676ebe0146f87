import Foundation

/// Holds a document against a JSON Schema: the keywords of draft 2020-12 that our schemas use.
///
/// A schema with a keyword that is not known here fails, so that nothing in it goes unchecked.
public struct JSONSchema {
  private let root: JSONDocument

  /// Reads a schema from its text.
  public init(_ text: String) throws { root = try JSONDocument(text) }

  /// What the document does not keep to, each with its path; empty if it is valid.
  public func faults(in document: JSONDocument) -> [String] {
    check(document, root, at: "$")
  }

  private static let silent: Set = ["$schema", "$id", "$defs", "title", "description"]

  private func check(_ value: JSONDocument, _ schema: JSONDocument, at path: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(path): no schema"] }
    return keywords.sorted { $0.key < $1.key }.flatMap { keyword, rule -> [String] in
      if Self.silent.contains(keyword) { return [] }
      switch keyword {
      case "$ref": return reference(value, rule, at: path)
      case "oneOf": return oneOf(value, rule.list, at: path)
      case "type":
        return isOfType(value, rule.text ?? "") ? [] : ["\(path): is not of type \(rule)"]
      case "const": return value == rule ? [] : ["\(path): is not \(rule)"]
      case "enum": return rule.list.contains(value) ? [] : ["\(path): \(value) is not in enum"]
      case "properties", "required", "additionalProperties":
        return members(of: value, keyword, rule, keywords, at: path)
      case "items":
        return value.list.enumerated().flatMap { check($1, rule, at: "\(path)[\($0)]") }
      default: return bound(value, keyword, rule, at: path)
      }
    }
  }

  private func reference(
    _ value: JSONDocument, _ rule: JSONDocument, at path: String
  ) -> [String] {
    let prefix = "#/$defs/"
    guard let name = rule.text, name.hasPrefix(prefix),
      let target = root["$defs"]?[String(name.dropFirst(prefix.count))]
    else { return ["\(path): \(rule) leads nowhere"] }
    return check(value, target, at: path)
  }

  private func oneOf(
    _ value: JSONDocument, _ schemas: [JSONDocument], at path: String
  ) -> [String] {
    let faults = schemas.map { check(value, $0, at: path) }
    let matches = faults.count { $0.isEmpty }
    if matches == 1 { return [] }
    let nearest = faults.min { $0.count < $1.count } ?? []
    return ["\(path): \(matches) of \(schemas.count) alternatives fit"] + nearest
  }

  private func isOfType(_ value: JSONDocument, _ type: String) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .list), ("string", .text), ("number", .number),
      ("boolean", .flag), ("null", .nothing):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }

  private func members(
    of value: JSONDocument, _ keyword: String, _ rule: JSONDocument,
    _ keywords: [String: JSONDocument], at path: String
  ) -> [String] {
    guard case .object(let members) = value else { return [] }
    let known: [String: JSONDocument] =
      if case .object(let known)? = keywords["properties"] { known } else { [:] }
    let sorted = members.sorted { $0.key < $1.key }
    switch keyword {
    case "required":
      return rule.list.compactMap(\.text).filter { members[$0] == nil }.map {
        "\(path): lacks \($0)"
      }
    case "properties":
      return sorted.flatMap { name, member in
        known[name].map { check(member, $0, at: "\(path).\(name)") } ?? []
      }
    default:
      return sorted.filter { known[$0.key] == nil }.flatMap { name, member in
        rule == .flag(false)
          ? ["\(path): has \(name)"] : check(member, rule, at: "\(path).\(name)")
      }
    }
  }

  private func bound(
    _ value: JSONDocument, _ keyword: String, _ rule: JSONDocument, at path: String
  ) -> [String] {
    func fault(_ isKept: Bool) -> [String] { isKept ? [] : ["\(path): \(keyword) \(rule)"] }
    let limit = rule.number ?? 0
    switch (keyword, value) {
    case ("minimum", .number(let number)): return fault(number >= limit)
    case ("maximum", .number(let number)): return fault(number <= limit)
    case ("minLength", .text(let text)): return fault(Double(text.unicodeScalars.count) >= limit)
    case ("minItems", .list(let list)): return fault(Double(list.count) >= limit)
    case ("maxItems", .list(let list)): return fault(Double(list.count) <= limit)
    case ("pattern", .text(let text)):
      guard let expression = try? Regex(rule.text ?? "") else { return fault(false) }
      return fault(text.firstMatch(of: expression) != nil)
    case ("minimum", _), ("maximum", _), ("minLength", _), ("minItems", _), ("maxItems", _),
      ("pattern", _):
      return []
    default: return ["\(path): the keyword \(keyword) is not known"]
    }
  }
}
