public import Diagnostics

/// A value of a YAML text with its place; what a scalar means is for the reader to say.
public struct YAMLValue: Sendable, Hashable {
  /// What the value is.
  public enum Content: Sendable, Hashable {
    /// A text, a number, a truth value or nothing: one stretch of text.
    case scalar(YAMLScalar)
    /// A list.
    case sequence([YAMLValue])
    /// Keys with their values, in the order of the file; no key occurs twice.
    case mapping([YAMLEntry])
  }

  /// What the value is.
  public var content: Content
  /// Where it stands.
  public var range: SourceRange

  /// Creates a value.
  public init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }

  /// Whether nothing stands there: an empty value, `~` or `null`.
  public var isNothing: Bool {
    if case .scalar(let scalar) = content { return scalar.isNothing }
    return false
  }

  /// "a list", as diagnostics say it.
  var kind: String {
    switch content {
    case .scalar(let scalar): scalar.isNothing ? "nothing" : "a text"
    case .sequence: "a list"
    case .mapping: "a group of keys"
    }
  }
}

/// A scalar as it was written: `no` and `2021` are the texts "no" and "2021".
public struct YAMLScalar: Sendable, Hashable {
  /// The text, without quotes, escapes and indentation.
  public var text: LocatedText
  /// Whether it was quoted or is a block; a quoted number is not a number.
  public var isQuoted: Bool

  /// Creates a scalar.
  public init(_ text: LocatedText, isQuoted: Bool) {
    self.text = text
    self.isQuoted = isQuoted
  }

  /// Whether nothing stands there: an empty value, `~` or `null`.
  public var isNothing: Bool { !isQuoted && ["", "~", "null"].contains(text.text) }
}

/// A key with its value.
public struct YAMLEntry: Sendable, Hashable {
  /// The key.
  public var key: LocatedText
  /// Its value.
  public var value: YAMLValue

  /// Creates an entry.
  public init(key: LocatedText, value: YAMLValue) {
    self.key = key
    self.value = value
  }
}
