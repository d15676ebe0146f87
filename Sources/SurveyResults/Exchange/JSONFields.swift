import Diagnostics

/// Where readers of JSON report faults: the file, what was reported, and how much.
final class ExchangeLog {
  let source: SourceFile
  private(set) var log = DiagnosticLog()
  private var faults = 0
  private static let mostFaults = 100

  init(_ source: SourceFile) { self.source = source }

  var hasErrors: Bool { faults > 0 }

  func append(_ other: DiagnosticLog) {
    log.append(other)
    if other.hasErrors { faults += 1 }
  }

  /// Reports a fault at some bytes; beyond a hundred only that there are more.
  func report(_ range: Range<Int>, _ make: (SourceRange) -> Diagnostic) {
    faults += 1
    if faults <= Self.mostFaults {
      log.report(make(source.range(range)))
    } else if faults == Self.mostFaults + 1 {
      log.report(.moreFaults(in: source.path))
    }
  }
}

/// The fields of a JSON object, read with their types.
///
/// A fault is reported and a placeholder given back: readers go on to find all faults, and what they
/// made is used only if there were none.
struct JSONFields {
  let range: Range<Int>
  let log: ExchangeLog
  private let members: [LocatedJSON.Member]
  private let isObject: Bool

  /// Reads an object; reports keys that are not among `known`, and whatever is no object.
  init(_ value: LocatedJSON, known: [String], log: ExchangeLog) {
    range = value.range
    self.log = log
    guard case .object(let members) = value.content else {
      log.report(value.range) { .wrongKind("an object", found: value.kind, at: $0) }
      self.members = []
      isObject = false
      return
    }
    self.members = members
    isObject = true
    for member in members where !known.contains(member.key) {
      log.report(member.keyRange) { .unknownKey(member.key, known: known, at: $0) }
    }
  }

  /// The value of a key; nil if it is not there or `null`.
  func value(_ key: String) -> LocatedJSON? {
    guard let value = members.first(where: { $0.key == key })?.value else { return nil }
    if case .nothing = value.content { return nil }
    return value
  }

  /// The place of a key's value, or of the whole object.
  func place(_ key: String) -> Range<Int> { value(key)?.range ?? range }

  private func required(_ key: String) -> LocatedJSON? {
    if let value = value(key) { return value }
    // What is no object was reported already.
    if isObject {
      log.report(range.lowerBound..<range.lowerBound + 1) { .missingKey(key, at: $0) }
    }
    return nil
  }

  private func read<Value>(
    _ value: LocatedJSON?, as kind: String, _ content: (LocatedJSON.Content) -> Value?
  ) -> Value? {
    guard let value else { return nil }
    if let result = content(value.content) { return result }
    log.report(value.range) { .wrongKind(kind, found: value.kind, at: $0) }
    return nil
  }

  func optionalText(_ key: String) -> String? {
    read(value(key), as: "a text") { if case .text(let text) = $0 { text } else { nil } }
  }

  func text(_ key: String) -> String {
    required(key).map { _ in optionalText(key) ?? "" } ?? ""
  }

  func optionalInteger(_ key: String) -> Int? {
    read(value(key), as: "a whole number") {
      if case .integer(let number) = $0 { number } else { nil }
    }
  }

  func integer(_ key: String) -> Int {
    required(key).map { _ in optionalInteger(key) ?? 0 } ?? 0
  }

  func optionalDecimal(_ key: String) -> Double? {
    read(value(key), as: "a number") {
      switch $0 {
      case .integer(let number): Double(number)
      case .decimal(let number): number
      default: nil
      }
    }
  }

  func decimal(_ key: String) -> Double {
    required(key).map { _ in optionalDecimal(key) ?? 0 } ?? 0
  }

  func flag(_ key: String) -> Bool {
    guard let value = required(key) else { return false }
    return read(value, as: "true or false") {
      if case .flag(let flag) = $0 { flag } else { nil }
    } ?? false
  }

  /// A flag that is false if it is not there.
  func optionalFlag(_ key: String) -> Bool { value(key) == nil ? false : flag(key) }

  /// The values of a list; empty if it is not there and may be missing.
  func list(_ key: String, isOptional: Bool = false) -> [LocatedJSON] {
    guard let value = isOptional ? value(key) : required(key) else { return [] }
    return read(value, as: "a list") {
      if case .list(let values) = $0 { values } else { nil }
    } ?? []
  }

  /// The texts of a list.
  func texts(_ key: String, isOptional: Bool = false) -> [String] {
    list(key, isOptional: isOptional).compactMap { entry in
      read(entry, as: "a text") { if case .text(let text) = $0 { text } else { nil } }
    }
  }

  /// The members of an object whose keys are names of the study; empty if it is not there.
  func names(_ key: String) -> [LocatedJSON.Member] {
    read(value(key), as: "an object") {
      if case .object(let members) = $0 { members } else { nil }
    } ?? []
  }

  /// One of several words.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, _ fallback: Choice
  ) -> Choice where Choice.RawValue == String {
    guard required(key) != nil, let text = optionalText(key) else { return fallback }
    if let choice = Choice(rawValue: text) { return choice }
    log.report(place(key)) {
      .unknownWord(text, known: Choice.allCases.map(\.rawValue), at: $0)
    }
    return fallback
  }
}
