import Diagnostics
import LocatedYAML

/// The columns that a codebook names, with what it knows of their codes.
struct CodebookColumns {
  /// A column.
  struct Column {
    /// Its name, at its place in the codebook.
    var name: LocatedText
    /// The question or breakdown that it belongs to.
    var owner: String
    /// The codes that the codebook knows; nil for a column whose values it does not list.
    var codes: Set<String>?
    /// The bands that take numbers.
    var bands: [ClosedRange<Double>] = []
  }

  /// The columns in the order of the codebook.
  private(set) var columns: [Column] = []

  /// Reads a codebook that was completed.
  init(_ codebook: YAMLValue) {
    if let weight = codebook.value("data")?.text("weight") {
      columns.append(Column(name: weight, owner: "weight"))
    }
    for entry in codebook.value("breakdowns")?.entries ?? [] {
      guard let column = entry.value.text("column") else { continue }
      let segments = entry.value.value("segments")?.entries ?? []
      columns.append(
        Column(name: column, owner: entry.key.text, codes: Self.codes(of: segments)))
    }
    let scales = codebook.value("scales")
    for entry in codebook.value("questions")?.entries ?? [] {
      let scale = entry.value.text("scale").flatMap { scales?.value($0.text) }
      add(entry, scale: scale)
    }
  }

  private mutating func add(_ question: YAMLEntry, scale: YAMLValue?) {
    let value = question.value
    let missing = Set(value.value("missing")?.texts.map(\.text) ?? [])
    let categories =
      (scale?.value("categories")?.entries ?? []) + (value.value("categories")?.entries ?? [])
    let codes = Self.codes(of: categories).union(missing)
    let bands = (value.value("bands")?.entries ?? []).compactMap { entry in
      Self.range(of: entry.value)
    }
    var coded: [LocatedText] = []
    if let column = value.text("column") { coded.append(column) }
    for item in value.value("items")?.entries ?? [] {
      if let column = item.value.text("column") { coded.append(column) }
    }
    let listed = value.value("columns")
    if listed?.entries.isEmpty == true { coded += listed?.texts ?? [] }
    for column in coded {
      columns.append(
        Column(name: column, owner: question.key.text, codes: codes, bands: bands))
    }
    // A column for each answer has 1 and 0, unless the codebook says what means chosen.
    let isFree = value.value("chosen") != nil || value.text("kind")?.text != "multiple"
    for entry in listed?.entries ?? [] {
      guard let column = entry.value.scalarText else { continue }
      let flags = missing.union(["0", "1"])
      columns.append(
        Column(name: column, owner: question.key.text, codes: isFree ? nil : flags))
    }
  }

  private static func codes(of entries: [YAMLEntry]) -> Set<String> {
    Set(
      entries.flatMap { entry in
        entry.value.value("code")?.texts.map(\.text) ?? [entry.key.text]
      })
  }

  private static func range(of band: YAMLValue) -> ClosedRange<Double>? {
    guard let low = band.text("from").flatMap({ Double($0.text) }),
      let high = band.text("to").flatMap({ Double($0.text) }), low <= high
    else { return nil }
    return low...high
  }
}
