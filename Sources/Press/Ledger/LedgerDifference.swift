/// What changed between two ledgers of one report.
public struct LedgerDifference: Sendable, Hashable {
  /// A figure that both have, with other numbers.
  public struct Change: Sendable, Hashable {
    /// The figure as it was.
    public var old: Ledger.Entry
    /// The figure as it is.
    public var new: Ledger.Entry
  }

  /// The figures that changed, in the order of the new ledger.
  public var changes: [Change] = []
  /// Figures that only the new ledger has.
  public var added: [Ledger.Entry] = []
  /// Figures that only the old ledger has, claims apart.
  public var removed: [Ledger.Entry] = []
  /// Claims that only the old ledger has: the data do not bear them out any more, or they are gone.
  public var fallen: [Ledger.Entry] = []

  /// Compares two ledgers: the figures of one query and block are compared in their order.
  public init(from old: Ledger, to new: Ledger) {
    var before: [Key: [Ledger.Entry]] = [:]
    for entry in old.entries.reversed() where entry.query != nil {
      before[Key(entry), default: []].append(entry)
    }
    for entry in new.entries where entry.query != nil {
      guard let match = before[Key(entry)]?.popLast() else {
        added.append(entry)
        continue
      }
      if match.text != entry.text || match.k != entry.k || match.n != entry.n
        || match.value != entry.value || match.quality != entry.quality
      {
        changes.append(Change(old: match, new: entry))
      }
    }
    let left = before.values.joined().sorted {
      ($0.page, $0.query ?? "", $0.text) < ($1.page, $1.query ?? "", $1.text)
    }
    for entry in left {
      if entry.isClaim { fallen.append(entry) } else { removed.append(entry) }
    }
  }

  private struct Key: Hashable {
    var query: String?
    var block: String

    init(_ entry: Ledger.Entry) {
      query = entry.query
      block = entry.block
    }
  }

  /// Whether nothing changed.
  public var isEmpty: Bool {
    changes.isEmpty && added.isEmpty && removed.isEmpty && fallen.isEmpty
  }

  /// The difference in words: a line that counts, then a line for each figure.
  public var text: String {
    func counted(_ count: Int, _ one: String, _ many: String) -> String? {
      count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
    }
    let parts = [
      counted(changes.count, "figure changed", "figures changed"),
      counted(fallen.count, "claim no longer holds", "claims no longer hold"),
      counted(added.count, "figure is new", "figures are new"),
      counted(removed.count, "figure is gone", "figures are gone"),
    ].compactMap { $0 }
    var lines = [parts.isEmpty ? "nothing changed" : parts.joined(separator: ", ")]
    lines += changes.map { "changed  \($0.new.line): \($0.old.numbers) → \($0.new.numbers)" }
    lines += fallen.map { "fallen   \($0.line): '\($0.text)'" }
    lines += added.map { "new      \($0.line): \($0.numbers)" }
    lines += removed.map { "gone     \($0.line): \($0.numbers)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension Ledger.Entry {
  /// Whether the words compare two figures.
  var isClaim: Bool {
    kind == .bound && [" > ", " < ", " = "].contains { query?.contains($0) ?? false }
  }

  fileprivate var line: String { "page \(page), \(block), \(query ?? "")" }

  fileprivate var numbers: String {
    guard let k, let n else { return text }
    return "\(text) (\(k) of \(n))"
  }
}
