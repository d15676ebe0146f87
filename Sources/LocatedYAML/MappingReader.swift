public import Diagnostics

/// Whether a key must be there.
public enum Presence: Sendable, Hashable {
  /// Its absence is reported as `missing-key`.
  case required
  /// Its absence is nothing to speak of.
  case optional
}

/// Takes the keys of a mapping one by one, each as the kind of value that the reader wants.
///
/// A value of another kind is reported (`wrong-kind`, `unknown-choice`) and read as nil, as a key
/// without a value is. Keys that nobody asked for are reported at the end as `unknown-key`, with the
/// nearest of the keys that were asked for. Made by `YAMLValue.mapping(_:into:_:)`.
public struct MappingReader {
  /// What the mapping is, as diagnostics call it: "the report", "a chart".
  public let group: String
  /// Where the mapping stands.
  public let range: SourceRange
  /// The keys in the order of the file.
  public let entries: [YAMLEntry]
  /// What was reported while reading.
  public private(set) var log = DiagnosticLog()
  /// The keys that were asked for, in that order; some more than once.
  private var asked: [String] = []
  /// Whether each entry was asked for.
  private var isKnown: [Bool]

  init(_ group: String, _ entries: [YAMLEntry], at range: SourceRange) {
    self.group = group
    self.entries = entries
    self.range = range
    isKnown = Array(repeating: false, count: entries.count)
  }

  /// Reports something about what was read.
  public mutating func report(_ diagnostic: Diagnostic) { log.report(diagnostic) }

  /// The value of a key, whatever it is; nil if it is absent or nothing.
  public mutating func value(_ key: String, _ presence: Presence = .optional) -> YAMLValue? {
    asked.append(key)
    let place = entries.firstIndex { $0.key.text == key }
    if let place {
      isKnown[place] = true
      if !entries[place].value.isNothing { return entries[place].value }
    }
    if presence == .required {
      log.report(
        .missingKey(key, in: group, at: place.map { entries[$0].key.range } ?? headRange))
    }
    return nil
  }

  /// A text.
  public mutating func text(_ key: String, _ presence: Presence = .optional) -> LocatedText? {
    scalar(key, presence, must: "a text")?.text
  }

  /// A whole number, not quoted.
  public mutating func wholeNumber(
    _ key: String,
    _ presence: Presence = .optional
  ) -> Located<Int>? {
    convert(key, presence, must: "a whole number") { Int($0) }
  }

  /// A number, not quoted, with a point if it has decimals; never infinite.
  public mutating func number(
    _ key: String,
    _ presence: Presence = .optional
  ) -> Located<Double>? {
    convert(key, presence, must: "a number") { text in
      Double(text).flatMap { $0.isFinite && !text.contains("x") ? $0 : nil }
    }
  }

  /// `true` or `false`; `yes` and `no` are understood too.
  public mutating func flag(_ key: String, _ presence: Presence = .optional) -> Located<Bool>? {
    let words = ["true": true, "yes": true, "false": false, "no": false]
    return convert(key, presence, must: "true or false") { words[$0] }
  }

  /// One of the names of an enumeration.
  public mutating func choice<Choice>(
    _ key: String,
    _ presence: Presence = .optional,
    of type: Choice.Type = Choice.self
  ) -> Located<Choice>? where Choice: CaseIterable & RawRepresentable<String> {
    guard let scalar = scalar(key, presence, must: "a text") else { return nil }
    if let choice = Choice(rawValue: scalar.text.text) {
      return Located(choice, at: scalar.text.range)
    }
    log.report(.unknownChoice(key, choices: Choice.allCases.map(\.rawValue), found: scalar))
    return nil
  }

  /// A list of values; a value that is no list counts as a list of one.
  public mutating func list(_ key: String, _ presence: Presence = .optional) -> [YAMLValue]? {
    guard let value = value(key, presence) else { return nil }
    if case .sequence(let items) = value.content { return items }
    return [value]
  }

  /// A list of texts; a lone text counts as a list of one.
  ///
  /// Nil only if the key is absent.
  public mutating func texts(_ key: String, _ presence: Presence = .optional) -> [LocatedText]? {
    guard let items = list(key, presence) else { return nil }
    return items.compactMap { item in
      if case .scalar(let scalar) = item.content, !scalar.isNothing { return scalar.text }
      log.report(.wrongKind(key, must: "a list of texts", found: item))
      return nil
    }
  }

  /// A group of keys, read by `read`.
  public mutating func mapping<Result>(
    _ key: String,
    _ presence: Presence = .optional,
    _ read: (inout MappingReader) -> Result
  ) -> Result? {
    guard let value = value(key, presence) else { return nil }
    return value.mapping("'\(key)'", into: &log, read)
  }

  /// A list of groups of keys, each read by `read`; nil only if the key is absent.
  public mutating func mappings<Result>(
    _ key: String,
    _ presence: Presence = .optional,
    _ read: (inout MappingReader) -> Result
  ) -> [Result]? {
    guard let items = list(key, presence) else { return nil }
    return items.compactMap { $0.mapping("an item of '\(key)'", into: &log, read) }
  }

  /// The entries of a group whose keys are the user's own names, in the order of the file.
  public mutating func named(_ key: String, _ presence: Presence = .optional) -> [YAMLEntry]? {
    guard let value = value(key, presence) else { return nil }
    if case .mapping(let entries) = value.content { return entries }
    log.report(.wrongKind(key, must: "a group of keys", found: value))
    return nil
  }

  /// Reports the keys that nobody asked for.
  mutating func reportUnknownKeys() {
    guard isKnown.contains(false) else { return }
    var known: [String] = []
    for key in asked where !known.contains(key) { known.append(key) }
    for (entry, isKnown) in zip(entries, isKnown) where !isKnown {
      log.report(.unknownKey(entry.key.text, in: group, known: known, at: entry.key.range))
    }
  }

  private var headRange: SourceRange {
    entries.first?.key.range ?? SourceRange(file: range.file, start: range.start)
  }

  private mutating func scalar(
    _ key: String,
    _ presence: Presence,
    must kind: String
  ) -> YAMLScalar? {
    guard let value = value(key, presence) else { return nil }
    if case .scalar(let scalar) = value.content { return scalar }
    log.report(.wrongKind(key, must: kind, found: value))
    return nil
  }

  private mutating func convert<Result>(
    _ key: String,
    _ presence: Presence,
    must kind: String,
    _ convert: (String) -> Result?
  ) -> Located<Result>? {
    guard let value = value(key, presence) else { return nil }
    guard case .scalar(let scalar) = value.content else {
      log.report(.wrongKind(key, must: kind, found: value))
      return nil
    }
    guard let result = convert(scalar.text.text) else {
      log.report(.wrongKind(key, must: kind, found: value))
      return nil
    }
    if scalar.isQuoted {
      log.report(
        .wrongKind(
          key,
          must: kind,
          found: value,
          fixes: [.init("leave the quotes out", replacement: scalar.text.text)]
        )
      )
      return nil
    }
    return Located(result, at: value.range)
  }
}

extension YAMLValue {
  /// Reads the value as a group of keys: `read` asks for the keys, then those it did not ask for are
  /// reported.
  ///
  /// - Parameters:
  ///   - group: What the group is, as diagnostics call it: "the report", "a chart".
  ///   - log: Receives what was reported.
  ///   - read: Asks for the keys and makes the result.
  /// - Returns: What `read` returned; nil for another kind of value, which is reported.
  public func mapping<Result>(
    _ group: String,
    into log: inout DiagnosticLog,
    _ read: (inout MappingReader) -> Result
  ) -> Result? {
    guard case .mapping(let entries) = content else {
      log.report(.notAGroup(group, found: self))
      return nil
    }
    var reader = MappingReader(group, entries, at: range)
    let result = read(&reader)
    reader.reportUnknownKeys()
    log.append(reader.log)
    return result
  }
}
