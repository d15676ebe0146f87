import Diagnostics
import LocatedYAML

extension YAMLValue {
  /// The keys of a mapping, and none for anything else.
  var entries: [YAMLEntry] {
    if case .mapping(let entries) = content { return entries }
    return []
  }

  /// The value of a key; nil if it is absent or nothing.
  func value(_ key: String) -> YAMLValue? {
    entries.first { $0.key.text == key && !$0.value.isNothing }?.value
  }

  /// The text of a key that has one.
  func text(_ key: String) -> LocatedText? { value(key)?.scalarText }

  /// The text of a scalar.
  var scalarText: LocatedText? {
    if case .scalar(let scalar) = content, !scalar.isNothing { return scalar.text }
    return nil
  }

  /// The texts of a list, or of a lone text.
  var texts: [LocatedText] {
    if case .sequence(let items) = content { return items.compactMap(\.scalarText) }
    return scalarText.map { [$0] } ?? []
  }

  /// The mapping with another value for a key, which is added if it is not there.
  func setting(_ key: String, to value: YAMLValue) -> YAMLValue {
    guard case .mapping(var entries) = content else { return self }
    if let index = entries.firstIndex(where: { $0.key.text == key }) {
      entries[index].value = value
    } else {
      entries.append(YAMLEntry(key: LocatedText(key, at: value.range), value: value))
    }
    return YAMLValue(.mapping(entries), at: range)
  }

  /// The mapping with a value for a key that it does not have.
  func adding(_ key: String, _ value: YAMLValue?) -> YAMLValue {
    guard let value, self.value(key) == nil else { return self }
    return setting(key, to: value)
  }

  /// The mapping without a key.
  func removing(_ key: String) -> YAMLValue {
    YAMLValue(.mapping(entries.filter { $0.key.text != key }), at: range)
  }

  /// A text that the survey file has, at the place in the codebook that asks for it.
  static func text(_ text: String, at range: SourceRange) -> YAMLValue {
    YAMLValue(.scalar(YAMLScalar(LocatedText(text, at: range), isQuoted: true)), at: range)
  }

  /// A mapping of what the survey file has.
  static func mapping(_ pairs: [(String, YAMLValue)], at range: SourceRange) -> YAMLValue {
    YAMLValue(
      .mapping(pairs.map { YAMLEntry(key: LocatedText($0.0, at: range), value: $0.1) }), at: range)
  }
}
