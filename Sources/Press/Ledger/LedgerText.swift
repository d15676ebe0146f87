import Foundation

extension Ledger {
  /// The ledger as JSON with sorted keys, ended by a newline.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }

  /// Reads a ledger that `json()` wrote.
  ///
  /// - Throws: `HostError` for anything else.
  static func read(_ path: String) throws -> Ledger {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw HostError("cannot read \(path)")
    }
    do {
      let ledger = try JSONDecoder().decode(Ledger.self, from: data)
      guard ledger.format == 1 else { throw HostError("\(path) was written by another Katern") }
      return ledger
    } catch let error as HostError {
      throw error
    } catch {
      throw HostError("\(path) is no ledger: write one with 'katern figures --format json'")
    }
  }

  /// The columns of the CSV form.
  static let columns = [
    "page", "label", "block", "kind", "text", "context", "query", "value", "k", "n", "weighted",
    "wave", "quality", "source", "place",
  ]

  /// The entries as CSV: a header, then a line for each, ended by newlines.
  public var csv: String {
    ([Self.columns] + entries.map(\.fields)).map { fields in
      fields.map(Self.quoted).joined(separator: ",") + "\n"
    }.joined()
  }

  private static func quoted(_ field: String) -> String {
    guard field.contains(where: { ",\"\n\r".contains($0) }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}

extension Ledger.Entry {
  fileprivate var fields: [String] {
    [
      String(page), label, block, kind.rawValue, text, context, query ?? "",
      value.map(Self.decimal) ?? "", k.map { String($0) } ?? "", n.map { String($0) } ?? "",
      weighted.map { $0 ? "yes" : "no" } ?? "", wave ?? "", quality ?? "", source ?? "",
      place ?? "",
    ]
  }

  /// A value with at most four decimals, in the C locale.
  private static func decimal(_ value: Double) -> String {
    let scaled = Int((abs(value) * 10_000).rounded())
    var text = "\(scaled / 10_000)"
    if scaled % 10_000 != 0 {
      var fraction = String(String(scaled % 10_000 + 10_000).dropFirst())
      while fraction.last == "0" { fraction.removeLast() }
      text += ".\(fraction)"
    }
    return (value < 0 && scaled > 0 ? "-" : "") + text
  }
}
