public import Diagnostics

/// What a command gives: a value, if there is one, and everything that is to be said.
public struct Outcome<Value> {
  /// The value; nil if faults stood in its way.
  public var value: Value?
  /// Errors and warnings of all stages.
  public var log: DiagnosticLog
  /// The files that diagnostics can quote, by the path that they print.
  public var sources: [String: SourceFile]

  /// Creates an outcome.
  public init(value: Value?, log: DiagnosticLog, sources: [String: SourceFile]) {
    self.value = value
    self.log = log
    self.sources = sources
  }
}

extension Outcome: Sendable where Value: Sendable {}
