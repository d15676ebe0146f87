/// A disclosure as the rows of its table: each item by the key of the codebook.
extension Disclosure {
  private static let privacyKey = "privacy"
  private static let trackedKey = "tracked"

  /// What is said, in the order of the items.
  var rows: [(item: String, text: String)] {
    var rows = Item.allCases.compactMap { item in
      texts[item].map { (item: item.rawValue, text: $0) }
    }
    if let privacy { rows.append((Self.privacyKey, privacy.rawValue)) }
    if let isTracked { rows.append((Self.trackedKey, isTracked ? "yes" : "no")) }
    return rows
  }

  /// Reads rows; nil for an item or a value that no codebook has.
  init?(rows: [(item: String, text: String)]) {
    self.init()
    for (item, text) in rows {
      switch item {
      case Self.privacyKey:
        guard let privacy = Privacy(rawValue: text) else { return nil }
        self.privacy = privacy
      case Self.trackedKey:
        guard text == "yes" || text == "no" else { return nil }
        isTracked = text == "yes"
      default:
        guard let item = Item(rawValue: item) else { return nil }
        texts[item] = text
      }
    }
  }
}
